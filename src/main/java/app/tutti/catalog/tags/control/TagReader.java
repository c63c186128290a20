package app.tutti.catalog.tags.control;

import app.tutti.catalog.files.control.FileRefused;
import app.tutti.catalog.files.control.RefusalReason;
import app.tutti.catalog.files.entity.AudioFormat;
import app.tutti.catalog.tags.entity.Sound;
import app.tutti.catalog.tags.entity.TrackTags;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.ReentrantLock;

/** Reads files with the library that knows the format. What comes out is clean; what cannot be read is refused. */
public final class TagReader {
    private static final byte[] OPUS_HEAD = "OpusHead".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FLAC_HEAD = "\u007fFLAC".getBytes(StandardCharsets.US_ASCII);
    private static final ReentrantLock HUGE = new ReentrantLock();

    /** RFC 3533 §6: a page with one short packet begins with 27 bytes and one length. */
    private static final int FIRST_PACKET = 28;

    private interface Reading<T> {
        public T read() throws Exception;
    }

    private TagReader() {}

    public static AudioTags read(Path file, AudioFormat format) throws FileRefused {
        TagSize.check(file, format);
        AudioTags told = guarded(() -> alone(file, format, () -> switch (inside(file, format)) {
            case OPUS -> OggTags.read(file, AudioFormat.OPUS);
            case VORBIS -> OggTags.read(file, AudioFormat.VORBIS);
            case OGG_FLAC -> OggFlacTags.read(file);
            case WAV -> wav(file);
            case AAC, MATROSKA, WEBM, WAVPACK, WAVE64, DSF, DFF, MONKEYS_AUDIO, TRUE_AUDIO ->
                FfmpegTags.read(file, format);
            case M4A -> mp4(file);
            default -> CommonTags.read(file, format);
        }));
        return guarded(() -> new AudioTags(Lengths.measured(file, told.sound()), told.track()));
    }

    /** Image files as they were embedded, the likeliest cover first. */
    public static List<byte[]> pictures(Path file, AudioFormat format) throws FileRefused {
        TagSize.check(file, format);
        return guarded(() -> alone(file, format, () -> switch (inside(file, format)) {
            case OPUS -> OggTags.pictures(file, AudioFormat.OPUS);
            case VORBIS -> OggTags.pictures(file, AudioFormat.VORBIS);
            case OGG_FLAC -> OggFlacTags.pictures(file);
            case AAC, MATROSKA, WEBM, WAVPACK, WAVE64, DSF, DFF, MONKEYS_AUDIO, TRUE_AUDIO -> List.<byte[]>of();
            default -> CommonTags.pictures(file);
        }));
    }

    /** The library knows neither the large kinds of WAV nor those that were never finished; their sound is there all the same. */
    private static AudioTags wav(Path file) throws Exception {
        try {
            return CommonTags.read(file, AudioFormat.WAV);
        } catch (Exception unknownToIt) {
            Sound sound = WavLength.sound(file).orElseThrow(() -> unknownToIt);
            return new AudioTags(sound, TrackTags.of(RiffInfo.read(file)::all));
        }
    }

    /** Films come as ".mp4"; an audio book may have pictures for its chapters. */
    private static AudioTags mp4(Path file) throws Exception {
        if (file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".mp4")) {
            try (SoundBytes bytes = new SoundBytes(file)) {
                if (Mp4Length.isFilm(bytes)) {
                    throw new FileRefused(RefusalReason.FILM);
                }
            }
        }
        return CommonTags.read(file, AudioFormat.M4A);
    }

    /** The largest one at a time. */
    private static <T> T alone(Path file, AudioFormat format, Reading<T> reading) throws Exception {
        if (!TagSize.isHuge(file, format)) {
            return reading.read();
        }
        HUGE.lock();
        try {
            return reading.read();
        } finally {
            HUGE.unlock();
        }
    }

    /** Opus and FLAC are in many a file whose name ends as Vorbis's. */
    private static AudioFormat inside(Path file, AudioFormat format) throws IOException {
        if (format != AudioFormat.VORBIS) {
            return format;
        }
        try (InputStream bytes = Files.newInputStream(file)) {
            byte[] start = bytes.readNBytes(FIRST_PACKET + OPUS_HEAD.length);
            boolean opus = begins(start, OPUS_HEAD);
            return opus ? AudioFormat.OPUS : begins(start, FLAC_HEAD) ? AudioFormat.OGG_FLAC : format;
        }
    }

    private static boolean begins(byte[] start, byte[] head) {
        return start.length >= FIRST_PACKET + head.length
                && Arrays.equals(start, FIRST_PACKET, FIRST_PACKET + head.length, head, 0, head.length);
    }

    private static <T> T guarded(Reading<T> reading) throws FileRefused {
        try {
            return reading.read();
        } catch (OutOfMemoryError | StackOverflowError hostile) {
            // A length in the file that is a lie makes a library ask for gigabytes at once; nothing else suffers.
            throw new FileRefused(RefusalReason.LYING, hostile);
        } catch (java.nio.file.FileSystemException | java.io.FileNotFoundException closed) {
            throw new FileRefused(RefusalReason.CLOSED, closed);
        } catch (FileRefused alreadySaid) {
            throw alreadySaid;
        } catch (Exception unreadable) {
            throw new FileRefused(RefusalReason.DAMAGED, unreadable);
        }
    }
}
