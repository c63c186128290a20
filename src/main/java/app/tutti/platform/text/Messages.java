package app.tutti.platform.text;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/** The words of the pages, from {@code messages.properties} and its translations. */
public final class Messages {
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.of("pt", "BR"));

    // The default language is the file without a suffix, not that of the machine the server runs on.
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Messages() {}

    /** The language that was chosen, else the best of those a browser asks for, else English. */
    public static Locale best(String chosen, List<Locale> accepted) {
        return Stream.concat(Stream.of(Locale.forLanguageTag(chosen)), accepted.stream())
                .flatMap(wanted ->
                        LANGUAGES.stream().filter(known -> known.getLanguage().equals(wanted.getLanguage())))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }

    /** The text for {@code key}; null when there is none. */
    public static String text(Locale locale, String key, Object... parameters) {
        ResourceBundle bundle = bundle(locale);
        if (!bundle.containsKey(key)) {
            return null;
        }
        String text = bundle.getString(key);
        // As everywhere: an apostrophe is doubled where, and only where, a message takes parameters.
        return parameters.length == 0 ? text : new MessageFormat(text, locale).format(parameters);
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle("messages", locale, Messages.class.getClassLoader(), NO_FALLBACK);
    }
}
