package app.tutti.catalog.entity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of file that Tutti knows, by their extension. ALAC has none of its own: it is found inside an M4A. */
public enum AudioFormat {
    MP3("audio/mpeg", "MP3", "mp3"),
    FLAC("audio/flac", "FLAC", "flac"),
    VORBIS("audio/ogg", "Ogg Vorbis", "ogg", "oga"),
    OPUS("audio/ogg", "Opus", "opus"),
    M4A("audio/mp4", "M4A", "m4a", "m4b"),
    ALAC("audio/mp4", "ALAC"),
    WAV("audio/wav", "WAV", "wav"),
    AIFF("audio/aiff", "AIFF", "aiff", "aif"),
    WMA("audio/x-ms-wma", "WMA", "wma");

    private final String mediaType;
    private final String label;
    private final List<String> extensions;

    AudioFormat(String mediaType, String label, String... extensions) {
        this.mediaType = mediaType;
        this.label = label;
        this.extensions = List.of(extensions);
    }

    public static Optional<AudioFormat> of(String fileName) {
        String extension = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Stream.of(values())
                .filter(format -> format.extensions.contains(extension))
                .findFirst();
    }

    public String mediaType() {
        return mediaType;
    }

    /** What people call it. */
    public String label() {
        return label;
    }

    /** Whether the browsers that Tutti is for play it as it is. */
    public boolean playsInBrowsers() {
        return played() == this;
    }

    /** What the browsers that Tutti is for play in its place: without loss what was without loss. */
    public AudioFormat played() {
        return switch (this) {
            case ALAC, AIFF -> FLAC;
            case WMA -> MP3;
            case MP3, FLAC, VORBIS, OPUS, M4A, WAV -> this;
        };
    }
}
