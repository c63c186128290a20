package app.tutti.catalog.entity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of file that Tutti knows, by their extension. ALAC has none of its own: it is found inside an M4A. */
public enum AudioFormat {
    MP3("audio/mpeg", "MP3", true, "mp3"),
    FLAC("audio/flac", "FLAC", true, "flac"),
    VORBIS("audio/ogg", "Ogg Vorbis", true, "ogg", "oga"),
    OPUS("audio/ogg", "Opus", true, "opus"),
    M4A("audio/mp4", "M4A", true, "m4a", "m4b"),
    ALAC("audio/mp4", "ALAC", false),
    WAV("audio/wav", "WAV", true, "wav"),
    AIFF("audio/aiff", "AIFF", false, "aiff", "aif"),
    WMA("audio/x-ms-wma", "WMA", false, "wma");

    private final String mediaType;
    private final String label;
    private final boolean inBrowsers;
    private final List<String> extensions;

    AudioFormat(String mediaType, String label, boolean inBrowsers, String... extensions) {
        this.mediaType = mediaType;
        this.label = label;
        this.inBrowsers = inBrowsers;
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
        return inBrowsers;
    }
}
