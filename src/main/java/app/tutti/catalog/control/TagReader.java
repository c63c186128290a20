package app.tutti.catalog.control;

import app.tutti.catalog.entity.AudioFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Reads files with the library that knows the format. What comes out is clean; what cannot be read is refused. */
final class TagReader {
    private static final byte[] OPUS_HEAD = "OpusHead".getBytes(StandardCharsets.US_ASCII);
    /** RFC 3533 §6: a page with one short packet begins with 27 bytes and one length. */
    private static final int FIRST_PACKET = 28;

    private interface Reading<T> {
        T read() throws Exception;
    }

    private TagReader() {}

    static AudioTags read(Path file, AudioFormat format) throws FileRefused {
        TagSize.check(file, format);
        return guarded(() -> switch (inside(file, format)) {
            case OPUS -> OggTags.read(file, AudioFormat.OPUS);
            case VORBIS -> OggTags.read(file, AudioFormat.VORBIS);
            default -> CommonTags.read(file, format);
        });
    }

    /** An image file as it was embedded, not yet looked at. */
    static Optional<byte[]> picture(Path file, AudioFormat format) throws FileRefused {
        TagSize.check(file, format);
        return guarded(() -> switch (inside(file, format)) {
            case OPUS -> OggTags.picture(file, AudioFormat.OPUS);
            case VORBIS -> OggTags.picture(file, AudioFormat.VORBIS);
            default -> CommonTags.picture(file);
        });
    }

    /** Opus is in many a file whose name ends as Vorbis's. */
    private static AudioFormat inside(Path file, AudioFormat format) throws IOException {
        return format == AudioFormat.VORBIS && hasOpusHead(file) ? AudioFormat.OPUS : format;
    }

    private static boolean hasOpusHead(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            byte[] start = bytes.readNBytes(FIRST_PACKET + OPUS_HEAD.length);
            return Arrays.equals(
                    start, Math.min(FIRST_PACKET, start.length), start.length, OPUS_HEAD, 0, OPUS_HEAD.length);
        }
    }

    private static <T> T guarded(Reading<T> reading) throws FileRefused {
        try {
            return reading.read();
        } catch (OutOfMemoryError | StackOverflowError hostile) {
            // A length in the file that is a lie makes a library ask for gigabytes at once; nothing else suffers.
            throw new FileRefused(Refusal.LYING, hostile);
        } catch (java.nio.file.FileSystemException | java.io.FileNotFoundException closed) {
            throw new FileRefused(Refusal.CLOSED, closed);
        } catch (Exception unreadable) {
            throw new FileRefused(Refusal.DAMAGED, unreadable);
        }
    }
}
