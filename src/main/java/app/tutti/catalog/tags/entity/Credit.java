package app.tutti.catalog.tags.entity;

import app.tutti.catalog.library.entity.FoldedName;
import app.tutti.catalog.library.entity.TagText;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who made something.
 *
 * @param text all of them as the file has it, such as "Ana feat. Bia"; empty when it does not say
 * @param names one by one
 * @param ids theirs at MusicBrainz, in the same order; empty when they are not known for all
 */
public record Credit(String text, List<String> names, List<UUID> ids) {
    public static final Credit NONE = new Credit("", List.of(), List.of());

    private static final int MOST = 32;

    public Credit {
        ids = ids.size() == names.size() ? List.copyOf(ids) : List.of();
    }

    public static Credit of(String name) {
        return new Credit(name, List.of(name), List.of());
    }

    /**
     * Of what is written for people, maybe in several values, and of a list of the same, if there is one. What the file
     * says wins over guessing: a list, a single id, or a name that is known to be one.
     *
     * @param whole names that are one however they look, such as that of the release's artist
     */
    static Credit of(List<String> written, List<String> listed, List<UUID> ids, List<String> whole) {
        List<String> values = clean(written.stream());
        List<String> names = clean(listed.stream());
        if (names.size() == 1 && ids.size() > 1) {
            names = asMany(names.getFirst(), ids.size());
        }
        if (names.isEmpty()) {
            names = values.size() == 1 && ids.size() != 1 ? oneByOne(values.getFirst(), whole) : values;
        }
        return new Credit(TagText.clean(String.join(", ", values.isEmpty() ? names : values)), names, ids);
    }

    public boolean isGiven() {
        return !names.isEmpty();
    }

    public String first() {
        return names.getFirst();
    }

    /** Null when it is not known. */
    public UUID id(int position) {
        return ids.isEmpty() ? null : ids.get(position);
    }

    private static List<String> oneByOne(String text, List<String> whole) {
        Set<String> known = whole.stream()
                .flatMap(name -> clean(Stream.of(name.split(";"))).stream())
                .map(FoldedName::of)
                .collect(Collectors.toSet());
        return clean(clean(Stream.of(text.split(";"))).stream()
                .flatMap(name ->
                        known.contains(FoldedName.of(name)) ? Stream.of(name) : GuestNames.namesIn(name).stream()));
    }

    /** A list in one value, as ID3v2.3 has it, if it has as many names as there are ids. */
    private static List<String> asMany(String list, int ids) {
        return Stream.of(";", "/")
                .map(mark -> clean(Stream.of(list.split(mark))))
                .filter(names -> names.size() == ids)
                .findFirst()
                .orElse(List.of(list));
    }

    private static List<String> clean(Stream<String> names) {
        return names.map(TagText::clean)
                .filter(name -> !name.isEmpty())
                .distinct()
                .limit(MOST)
                .toList();
    }
}
