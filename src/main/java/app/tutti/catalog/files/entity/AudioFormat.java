package app.tutti.catalog.files.entity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of file that Tutti knows, by their extension. ALAC has none of its own: it is found inside an M4A, as
 * FLAC may be inside an Ogg. */
public enum AudioFormat {
    MP3("audio/mpeg", "MP3", "mp3"),
    FLAC("audio/flac", "FLAC", "flac"),
    VORBIS("audio/ogg", "Ogg Vorbis", "ogg", "oga"),
    OPUS("audio/ogg", "Opus", "opus"),
    OGG_FLAC("audio/ogg", "Ogg FLAC"),
    M4A("audio/mp4", "M4A", "m4a", "m4b", "mp4"),
    ALAC("audio/mp4", "ALAC"),
    WAV("audio/wav", "WAV", "wav"),
    AIFF("audio/aiff", "AIFF", "aiff", "aif"),
    WMA("audio/x-ms-wma", "WMA", "wma"),
    AAC("audio/aac", "AAC", "aac"),
    MATROSKA("audio/x-matroska", "Matroska", "mka"),
    WEBM("audio/webm", "WebM", "webm", "weba"),
    WAVPACK("audio/x-wavpack", "WavPack", "wv"),
    WAVE64("audio/x-w64", "Wave64", "w64"),
    DSF("audio/x-dsf", "DSD", "dsf"),
    DFF("audio/x-dff", "DSD", "dff"),
    MONKEYS_AUDIO("audio/x-ape", "Monkey’s Audio", "ape"),
    TRUE_AUDIO("audio/x-tta", "TTA", "tta");

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

    /** Whether only ffmpeg can tell what is in it. */
    public boolean needsFfmpeg() {
        return switch (this) {
            case AAC, MATROSKA, WEBM, WAVPACK, WAVE64, DSF, DFF, MONKEYS_AUDIO, TRUE_AUDIO -> true;
            default -> false;
        };
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
            case ALAC, AIFF, WAVPACK, WAVE64, DSF, DFF, MONKEYS_AUDIO, TRUE_AUDIO -> FLAC;
            case WMA, MATROSKA, WEBM -> MP3;
            // What is inside stays as it is.
            case AAC -> M4A;
            case MP3, FLAC, VORBIS, OPUS, OGG_FLAC, M4A, WAV -> this;
        };
    }
}
