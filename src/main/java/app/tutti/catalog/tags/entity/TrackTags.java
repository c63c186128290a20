package app.tutti.catalog.tags.entity;

import app.tutti.catalog.library.entity.Lyrics;
import app.tutti.catalog.library.entity.TagText;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a file says about itself, cleaned. A text that is missing is empty, a number that is missing or makes no sense is
 * null.
 *
 * @param id the recording's at MusicBrainz; null when it is not known, as the release's
 * @param barcode of the release; empty when it is not known
 * @param lyrics null when there are none
 */
public record TrackTags(
        String title,
        Credit artist,
        String release,
        Credit releaseArtist,
        boolean compilation,
        Integer disc,
        Integer number,
        Integer year,
        List<String> genres,
        Loudness loudness,
        Lyrics lyrics,
        UUID id,
        UUID releaseId,
        String barcode) {
    private static final int MOST_GENRES = 16;
    private static final Pattern DIGITS = Pattern.compile("\\s*0*(\\d{1,4})(?!\\d).*", Pattern.DOTALL);
    private static final Pattern BETWEEN_GENRES = Pattern.compile("[;\\u0000]");
    private static final Pattern UUIDS = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /** Of the values that a file has under each name. */
    public static TrackTags of(Function<TagName, List<String>> tags) {
        Function<TagName, String> first =
                name -> tags.apply(name).stream().findFirst().orElse("");
        TrackPlace place = TrackPlace.of(first.apply(TagName.DISC), first.apply(TagName.NUMBER));
        return new TrackTags(
                TagText.clean(first.apply(TagName.TITLE)),
                Credit.of(
                        tags.apply(TagName.ARTIST),
                        tags.apply(TagName.ARTISTS),
                        uuids(tags, TagName.ARTIST_ID),
                        tags.apply(TagName.RELEASE_ARTIST)),
                TagText.clean(first.apply(TagName.RELEASE)),
                Credit.of(
                        tags.apply(TagName.RELEASE_ARTIST),
                        tags.apply(TagName.RELEASE_ARTISTS),
                        uuids(tags, TagName.RELEASE_ARTIST_ID),
                        tags.apply(TagName.RELEASE_ARTIST)),
                isYes(first.apply(TagName.COMPILATION)),
                place.disc(),
                place.number(),
                year(tags.apply(TagName.YEAR)),
                genres(tags.apply(TagName.GENRE)),
                loudness(first),
                tags.apply(TagName.LYRICS).stream()
                        .flatMap(text -> Lyrics.of(text).stream())
                        .max((one, other) -> Boolean.compare(one.synced(), other.synced()))
                        .orElse(null),
                uuids(tags, TagName.RECORDING_ID).stream().findFirst().orElse(null),
                uuids(tags, TagName.RELEASE_ID).stream().findFirst().orElse(null),
                TagText.clean(first.apply(TagName.BARCODE)));
    }

    /** The number that a tag such as "3/12" or "1999-04-01" starts with; null when there is none. */
    public static Integer number(String tag) {
        Matcher digits = DIGITS.matcher(tag == null ? "" : tag);
        int number = digits.matches() ? Integer.parseInt(digits.group(1)) : 0;
        return number == 0 ? null : number;
    }

    /** Of the first date that tells one: people write it first, last, or with eight digits, and what is in two is none. */
    static Integer year(List<String> dates) {
        return dates.stream()
                .flatMap(date -> TagYear.of(date).stream())
                .findFirst()
                .orElse(null);
    }

    /** With what is missing taken from the file's name and folders. */
    public TrackTags or(FileNames names) {
        Credit someArtist = Stream.of(artist, releaseArtist)
                .filter(Credit::isGiven)
                .findFirst()
                .orElse(Credit.of(given(names.artist())));
        return new TrackTags(
                title.isEmpty() ? given(names.title()) : title,
                someArtist,
                release.isEmpty() ? given(names.release()) : release,
                releaseArtist,
                compilation,
                disc == null ? names.disc() : disc,
                number == null ? names.number() : number,
                year,
                genres,
                loudness,
                lyrics,
                id,
                releaseId,
                barcode);
    }

    public TrackTags sungAs(Optional<Lyrics> words) {
        return words.isEmpty()
                ? this
                : new TrackTags(
                        title,
                        artist,
                        release,
                        releaseArtist,
                        compilation,
                        disc,
                        number,
                        year,
                        genres,
                        loudness,
                        words.get(),
                        id,
                        releaseId,
                        barcode);
    }

    private static String given(String text) {
        return text.isEmpty() ? FileNames.UNKNOWN : text;
    }

    private static Loudness loudness(Function<TagName, String> first) {
        return Loudness.of(
                        first.apply(TagName.GAIN),
                        first.apply(TagName.PEAK),
                        first.apply(TagName.RELEASE_GAIN),
                        first.apply(TagName.RELEASE_PEAK))
                .orR128(first.apply(TagName.R128_GAIN), first.apply(TagName.R128_RELEASE_GAIN));
    }

    private static List<String> genres(List<String> values) {
        return values.stream()
                .flatMap(BETWEEN_GENRES::splitAsStream)
                .map(TagText::clean)
                .filter(genre -> !genre.isEmpty())
                .distinct()
                .limit(MOST_GENRES)
                .toList();
    }

    private static boolean isYes(String flag) {
        return flag.strip().equals("1") || flag.strip().equalsIgnoreCase("true");
    }

    private static List<UUID> uuids(Function<TagName, List<String>> tags, TagName name) {
        return tags.apply(name).stream()
                .flatMap(text -> UUIDS.matcher(text).results())
                .map(match -> UUID.fromString(match.group()))
                .toList();
    }
}
