package app.tutti.catalog.entity;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
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
    private static final Pattern GUEST =
            Pattern.compile("\\s*;\\s*|\\s+[(\\[]?(?:feat\\.?|ft\\.?|featuring)\\s+", Pattern.CASE_INSENSITIVE);
    private static final Pattern BRACKET = Pattern.compile("^([^(\\[]+)[)\\]]$");

    public Credit {
        ids = ids.size() == names.size() ? List.copyOf(ids) : List.of();
    }

    public static Credit of(String name) {
        return new Credit(name, List.of(name), List.of());
    }

    /** Of what is written for people, maybe in several values, and of a list of the same, if there is one. */
    static Credit of(List<String> written, List<String> listed, List<UUID> ids) {
        List<String> values = clean(written.stream());
        List<String> known = clean(listed.stream());
        if (known.isEmpty()) {
            known = values.size() == 1 ? clean(GUEST.splitAsStream(values.getFirst())) : values;
        }
        return new Credit(TagText.clean(String.join(", ", values.isEmpty() ? known : values)), known, ids);
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

    private static List<String> clean(Stream<String> names) {
        return names.map(name -> BRACKET.matcher(TagText.clean(name)).replaceFirst("$1"))
                .filter(name -> !name.isEmpty())
                .distinct()
                .limit(MOST)
                .toList();
    }
}
