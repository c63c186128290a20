package app.tutti.catalog.files.entity;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a folder's name tells that holds one disc, or one side, of a release: "CD1", "Disc Two", "Диск 1", "Side A", or
 * "Two Rooms (CD 2)".
 *
 * @param release the release, where the name tells it as well; empty where the folder above does
 * @param volume whether it says "volume", which may as well be a release of its own
 */
public record DiscFolder(int number, String release, boolean volume) {
    private static final String DISC = "cd|dvd|sacd|lp|vinyl|dis[ck]s?|disque|disco|диск|пластинка|scheibe|platte"
            + "|schijf|plaat|skiva|levy|płyta|plyta|plade|δίσκος|ディスク|디스크";
    private static final String SIDE = "side|seite|face|cara|lado|lato|kant|strona|сторона";
    private static final String VOLUME = "vol\\.?|volume|том";
    private static final List<String> WORDS = List.of(
            "one two three four five six seven eight nine ten",
            "eins zwei drei vier fünf sechs sieben acht neun zehn",
            "um dois três quatro cinco seis sete oito nove dez",
            "uno dos tres cuatro cinco seis siete ocho nueve diez",
            "uno due tre quattro cinque sei sette otto nove dieci",
            "un deux trois quatre cinq six sept huit neuf dix",
            "один два три четыре пять шесть семь восемь девять десять",
            "i ii iii iv v vi vii viii ix x");
    private static final String WORD = String.join("|", WORDS).replace(' ', '|');
    private static final String NUMBER = "(?:[ ._#-]*(?<number>\\d{1,3})|[ ._-]+(?<word>" + WORD + "))";
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
    private static final Pattern WHOLE = Pattern.compile(
            "(?:(?:" + DISC + "|(?<volume>" + VOLUME + "))" + NUMBER + "|(?:" + SIDE
                    + ")(?:[ ._-]*(?<side>[a-h])|"
                    + NUMBER.replace("<number>", "<n>").replace("<word>", "<w>")
                    + "))(?:[^\\p{L}\\p{N}].*)?",
            FLAGS);
    private static final Pattern COUNTED = Pattern.compile("第\\s*(?:(\\d{1,3})|([一二三四五六七八九十]))\\s*[碟张張盘盤枚].*");
    private static final Pattern BEHIND = Pattern.compile(
            "(?<release>.*[^ ._-])(?:[ ._-]*[(\\[{] *(?:" + DISC + ")" + NUMBER + " *[)\\]}]|[ ._-]+(?:cd|dis[ck])"
                    + NUMBER.replace("<number>", "<n>").replace("<word>", "<w>") + ")",
            FLAGS);

    public static Optional<DiscFolder> of(Path folder) {
        String name = folder.getFileName() == null ? "" : folder.getFileName().toString();
        Matcher whole = WHOLE.matcher(name);
        if (whole.matches()) {
            int number = whole.group("side") == null
                    ? number(whole)
                    : Character.toLowerCase(whole.group("side").charAt(0)) - 'a' + 1;
            return Optional.of(new DiscFolder(number, "", whole.group("volume") != null));
        }
        Matcher counted = COUNTED.matcher(name);
        if (counted.matches()) {
            int number = counted.group(1) == null
                    ? "一二三四五六七八九十".indexOf(counted.group(2)) + 1
                    : Integer.parseInt(counted.group(1));
            return Optional.of(new DiscFolder(number, "", false));
        }
        Matcher behind = BEHIND.matcher(name);
        return behind.matches()
                ? Optional.of(new DiscFolder(number(behind), behind.group("release"), false))
                : Optional.empty();
    }

    /** Where the files of a release lie, their discs' folders left out. Such a folder need not be there. */
    public static Path release(Path musicFolder, Path folder) {
        if (folder.equals(musicFolder)) {
            return folder;
        }
        return of(folder)
                .map(disc -> disc.release().isEmpty() ? folder.getParent() : folder.resolveSibling(disc.release()))
                .orElse(folder);
    }

    private static int number(Matcher name) {
        String digits = name.group("number") == null ? name.group("n") : name.group("number");
        if (digits != null) {
            return Integer.parseInt(digits);
        }
        String word = (name.group("word") == null ? name.group("w") : name.group("word")).toLowerCase(Locale.ROOT);
        return WORDS.stream()
                        .map(words -> List.of(words.split(" ")).indexOf(word))
                        .filter(place -> place >= 0)
                        .findFirst()
                        .orElse(0)
                + 1;
    }
}
