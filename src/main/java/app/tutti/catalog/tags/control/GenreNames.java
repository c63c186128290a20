package app.tutti.catalog.tags.control;

import app.tutti.catalog.library.entity.FoldedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jaudiotagger.tag.reference.GenreTypes;

/**
 * The genres in one value of a tag. A semicolon is always between two; a slash may be part of a name, such as
 * "Singer/Songwriter", and is between two where both are in ID3's list. Where both are genres of the library, a scan
 * takes them apart when it has stored them.
 */
public final class GenreNames {
    private static final Pattern ALWAYS_BETWEEN = Pattern.compile("[;\\u0000]");
    private static final Pattern SLASH = Pattern.compile("/");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    /** ID3v2.3 §4.2.1 TCON: "(51)(39)" is two numbers, and "(4)Eurodisco" a number and what it is more exactly. */
    private static final Pattern REFERENCE = Pattern.compile("\\G\\((\\d{1,3}|RX|CR)\\)");

    private static final Set<String> ID3 = GenreTypes.getInstanceOf().getAlphabeticalValueList().stream()
            .map(FoldedName::of)
            .collect(Collectors.toSet());

    private GenreNames() {}

    /** Of ID3, where a number is the place in its list. */
    static Stream<String> ofId3(String value) {
        return parts(value).flatMap(GenreNames::referred).flatMap(GenreNames::halves);
    }

    /** Of any other kind of tag, where a number is no genre. */
    static Stream<String> of(String value) {
        return parts(value).filter(name -> !isNumber(name)).flatMap(GenreNames::halves);
    }

    public static boolean isInId3(String name) {
        return ID3.contains(FoldedName.of(name));
    }

    private static Stream<String> parts(String value) {
        return ALWAYS_BETWEEN.splitAsStream(value).map(String::strip);
    }

    private static Stream<String> referred(String text) {
        if (isNumber(text)) {
            return numbered(text).stream();
        }
        List<String> names = new ArrayList<>();
        Matcher reference = REFERENCE.matcher(text);
        int behind = 0;
        while (reference.find()) {
            names.addAll(numbered(reference.group(1)));
            behind = reference.end();
        }
        String name = text.substring(behind);
        // A bracket that is meant as one is written twice.
        String refined = name.startsWith("((") ? name.substring(1) : name;
        return refined.isBlank() ? names.stream() : Stream.of(refined);
    }

    private static List<String> numbered(String number) {
        return switch (number) {
            case "RX" -> List.of("Remix");
            case "CR" -> List.of("Cover");
            default -> {
                String name =
                        number.length() > 3 ? null : GenreTypes.getInstanceOf().getValueForId(Integer.parseInt(number));
                yield name == null ? List.of() : List.of(name);
            }
        };
    }

    private static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    private static Stream<String> halves(String name) {
        List<String> halves = SLASH.splitAsStream(name).map(String::strip).toList();
        return halves.stream().allMatch(GenreNames::isInId3) ? halves.stream() : Stream.of(name);
    }
}
