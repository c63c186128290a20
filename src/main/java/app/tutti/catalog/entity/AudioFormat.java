package app.tutti.catalog.entity;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of file that Tutti plays, known by their extension. */
public enum AudioFormat {
    MP3("mp3", "audio/mpeg", "MP3"),
    FLAC("flac", "audio/flac", "FLAC"),
    VORBIS("ogg", "audio/ogg", "Ogg Vorbis"),
    OPUS("opus", "audio/ogg", "Opus"),
    M4A("m4a", "audio/mp4", "M4A");

    private final String extension;
    private final String mediaType;
    private final String label;

    AudioFormat(String extension, String mediaType, String label) {
        this.extension = extension;
        this.mediaType = mediaType;
        this.label = label;
    }

    public static Optional<AudioFormat> of(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        return Stream.of(values())
                .filter(format -> name.endsWith("." + format.extension))
                .findFirst();
    }

    public String mediaType() {
        return mediaType;
    }

    /** What people call it. */
    public String label() {
        return label;
    }
}
