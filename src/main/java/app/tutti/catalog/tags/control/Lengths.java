package app.tutti.catalog.tags.control;

import app.tutti.catalog.files.entity.AudioFormat;
import app.tutti.catalog.tags.entity.Sound;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Measures how long a file's sound is where its header does not say, or is known to say what is not so. */
public final class Lengths {
    private Lengths() {}

    /** With the length that was measured; as it is told where that can be believed, and unknown (0) where nothing tells. */
    static Sound measured(Path file, Sound told) throws IOException {
        boolean mayBeWrong = told.format() == AudioFormat.MP3 || told.format() == AudioFormat.WAV;
        if (told.duration() > 0 && !mayBeWrong) {
            return told;
        }
        long length = measured(file, told.format(), told.duration());
        return length == told.duration() ? told : told.lasting(length, Files.size(file));
    }

    private static long measured(Path file, AudioFormat format, long told) throws IOException {
        try (SoundBytes bytes = new SoundBytes(file)) {
            return switch (format) {
                case MP3 -> Mp3Length.milliseconds(bytes).orElse(told);
                case FLAC -> FlacLength.milliseconds(bytes);
                case M4A, ALAC -> Mp4Length.milliseconds(bytes);
                case WAV -> WavLength.milliseconds(bytes).orElse(told);
                default -> told;
            };
        }
    }
}
