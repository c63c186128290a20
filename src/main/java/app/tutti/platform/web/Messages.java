package app.tutti.platform.web;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the pages, from {@code messages.properties} and its translations. */
final class Messages {
    static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.of("pt", "BR"));

    // The default language is the file without a suffix, not that of the machine the server runs on.
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Messages() {}

    /** The text for {@code key}; null when there is none. */
    static String text(Locale locale, String key, Object... parameters) {
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
