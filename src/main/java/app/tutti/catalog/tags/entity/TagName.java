package app.tutti.catalog.tags.entity;

import java.util.List;

/**
 * What Tutti wants to know of a file, by the names that tags have for it: other kinds than Vorbis comments write some of
 * them in several words.
 */
public enum TagName {
    TITLE("title"),
    ARTIST("artist", "author"),
    ARTISTS("artists"),
    RELEASE("album", "albumtitle"),
    RELEASE_ARTIST("albumartist"),
    RELEASE_ARTISTS("albumartists"),
    COMPILATION("compilation", "iscompilation"),
    DISC("discnumber", "disc", "partofset"),
    NUMBER("tracknumber", "track"),
    YEAR("date", "year"),
    GENRE("genre"),
    LYRICS("lyrics", "unsyncedlyrics", "syncedlyrics"),
    GAIN("replaygain_track_gain"),
    PEAK("replaygain_track_peak"),
    RELEASE_GAIN("replaygain_album_gain"),
    RELEASE_PEAK("replaygain_album_peak"),
    R128_GAIN("r128_track_gain"),
    R128_RELEASE_GAIN("r128_album_gain"),
    BARCODE("barcode", "upc", "ean"),
    RECORDING_ID("musicbrainz_trackid"),
    RELEASE_ID("musicbrainz_albumid"),
    ARTIST_ID("musicbrainz_artistid"),
    RELEASE_ARTIST_ID("musicbrainz_albumartistid");

    private final List<String> names;

    TagName(String... names) {
        this.names = List.of(names);
    }

    /** In lower case, the usual one first. */
    public List<String> names() {
        return names;
    }
}
