package app.tutti.catalog.control;

import app.tutti.catalog.entity.AudioFormat;
import java.nio.file.Path;

/** Reads tags with the library that knows the format. What comes out is clean; what cannot be read is refused. */
final class TagReader {
    private TagReader() {}

    static AudioTags read(Path file, AudioFormat format) throws FileRefused {
        try {
            return format == AudioFormat.OPUS ? OpusTags.read(file) : CommonTags.read(file);
        } catch (OutOfMemoryError | StackOverflowError hostile) {
            // A length in the file that is a lie makes a library ask for gigabytes at once; nothing else suffers.
            throw new FileRefused("it asks for too much memory", hostile);
        } catch (RuntimeException damaged) {
            throw new FileRefused("it is damaged, or not what its name says", damaged);
        } catch (Exception unreadable) {
            throw new FileRefused(unreadable.getMessage(), unreadable);
        }
    }
}
