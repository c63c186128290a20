package app.tutti.catalog.tags.entity;

import app.tutti.catalog.files.entity.DiscFolder;
import app.tutti.catalog.files.entity.MusicFile;
import app.tutti.catalog.library.entity.TagText;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a file's place tells where its tags are silent: {@code artist/release/disc 1/01 title.mp3} inside a music folder.
 *
 * @param disc null when it is not told, as the number
 */
public record FileNames(String title, String artist, String release, Integer disc, Integer number) {
    /** As MusicBrainz writes it, in every language. */
    static final String UNKNOWN = "[unknown]";

    /** "01 Title", "1. Title", "1 - Title", "1-01 Title": what nobody would call a song. */
    private static final Pattern SURE =
            Pattern.compile("(?:([1-9])-)?(0\\d{1,2}|\\d{1,3}(?= *[.)] | +[-–—] ))[ ._)–—-]+(.+)");

    /** What may be "99 Luftballons", unless the others in the folder have numbers as well. */
    private static final Pattern NUMBERED =
            Pattern.compile("(?:([1-9])-)?(\\d{1,3})(?![\\p{L}\\d])(?:[ ._)–—-]+(.+))?");

    private static final Pattern SIDED = Pattern.compile("([A-H])(\\d{1,2})(?![\\p{L}\\d])(?:[ ._)–—-]+(.+))?");
    private static final Pattern BEGINS =
            Pattern.compile("(?:" + NUMBERED.pattern() + "|" + SIDED.pattern() + ").*", Pattern.DOTALL);

    public FileNames {
        title = TagText.clean(title);
        artist = TagText.clean(artist);
        release = TagText.clean(release);
    }

    /** {@code file} is under its music folder, whose own name and those above it mean nothing. */
    public static FileNames of(MusicFile file) {
        Path folder = file.path().getParent();
        Optional<DiscFolder> disc = folder.equals(file.musicFolder()) ? Optional.empty() : DiscFolder.of(folder);
        // A volume without tags is rather a release.
        Path release =
                disc.filter(DiscFolder::volume).isPresent() ? folder : DiscFolder.release(file.musicFolder(), folder);
        Path inside = file.musicFolder().relativize(release);
        int folders = release.equals(file.musicFolder()) ? 0 : inside.getNameCount();
        return named(
                withoutExtension(file.path().getFileName().toString()),
                file.numbered(),
                folders >= 2 ? inside.getName(folders - 2).toString() : UNKNOWN,
                folders >= 1 ? inside.getName(folders - 1).toString() : UNKNOWN,
                disc.map(DiscFolder::number).orElse(null));
    }

    /** Whether a file's name begins with a track's number. */
    public static boolean isNumbered(String fileName) {
        return BEGINS.matcher(withoutExtension(fileName)).matches();
    }

    private static FileNames named(String name, boolean numbered, String artist, String release, Integer disc) {
        Matcher sure = SURE.matcher(name);
        Matcher side = SIDED.matcher(name);
        Matcher likely = NUMBERED.matcher(name);
        Matcher match = sure.matches() ? sure : numbered && side.matches() ? side : likely;
        if (match == likely && !(likely.matches() && (numbered || likely.group(3) == null))) {
            return new FileNames(name, artist, release, disc, null);
        }
        return new FileNames(
                match.group(3) == null ? name : match.group(3),
                artist,
                release,
                disc != null || match.group(1) == null ? disc : Integer.valueOf(discOf(match, side)),
                TrackTags.number(match.group(2)));
    }

    private static int discOf(Matcher match, Matcher side) {
        return match == side ? TrackPlace.side(match.group(1)) : Integer.parseInt(match.group(1));
    }

    private static String withoutExtension(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
