package app.tutti.catalog.tags.control;

import app.tutti.catalog.tags.entity.TagName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Values by names that every kind of tag spells in its own way: "WM/AlbumArtist", "Album Artist", "ALBUM_ARTIST". */
public final class TagFields {
    private static final Pattern NOT_OF_THE_NAME = Pattern.compile("^wm/|^----:[^:]*:|[ _/-]");

    private final Map<String, List<String>> values = new HashMap<>();

    void add(String name, String... more) {
        List<String> written =
                Arrays.stream(more).filter(value -> !value.isBlank()).toList();
        if (!written.isEmpty()) {
            values.computeIfAbsent(key(name), unknown -> new ArrayList<>()).addAll(written);
        }
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    List<String> all(TagName name) {
        List<String> all = written(name);
        return name == TagName.GENRE ? all.stream().flatMap(GenreNames::of).toList() : all;
    }

    /** What the first of these has to say of a name. */
    static Function<TagName, List<String>> firstOf(List<Function<TagName, List<String>>> tags) {
        return name -> tags.stream()
                .map(tag -> tag.apply(name))
                .filter(values -> !values.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** As it is in the file; under its usual name, or all of them where each may say something else. */
    List<String> written(TagName name) {
        List<List<String>> found = name.names().stream()
                .map(TagFields::key)
                .distinct()
                .map(key -> values.getOrDefault(key, List.of()))
                .filter(some -> !some.isEmpty())
                .toList();
        Stream<List<String>> wanted = name == TagName.LYRICS || name == TagName.YEAR
                ? found.stream()
                : found.stream().limit(1);
        return wanted.flatMap(List::stream).toList();
    }

    private static String key(String name) {
        return NOT_OF_THE_NAME.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
    }
}
