package app.tutti.catalog.control;

import app.tutti.catalog.entity.AudioFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
        return guarded(() -> isOpus(file, format) ? OpusTags.read(file) : CommonTags.read(file, format));
    }

    /** An image file as it was embedded, not yet looked at. */
    static Optional<byte[]> picture(Path file, AudioFormat format) throws FileRefused {
        TagSize.check(file, format);
        return guarded(() -> isOpus(file, format) ? OpusTags.picture(file) : CommonTags.picture(file));
    }

    /** Opus is in many a file whose name ends as Vorbis's. */
    private static boolean isOpus(Path file, AudioFormat format) throws IOException {
        if (format != AudioFormat.VORBIS) {
            return format == AudioFormat.OPUS;
        }
        try (InputStream bytes = Files.newInputStream(file)) {
            bytes.skipNBytes(FIRST_PACKET);
            return java.util.Arrays.equals(bytes.readNBytes(OPUS_HEAD.length), OPUS_HEAD);
        } catch (java.io.EOFException shorter) {
            return false;
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
