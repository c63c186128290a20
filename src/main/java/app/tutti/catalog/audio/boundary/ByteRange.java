package app.tutti.catalog.audio.boundary;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a Range header asks of a file (RFC 9110 §14). */
public sealed interface ByteRange {
    /** Everything: nothing else was asked for, or in a way that the RFC lets a server ignore. */
    record Whole() implements ByteRange {}

    /** From the first to the last byte, both included. */
    record Part(long first, long last) implements ByteRange {
        long length() {
            return last - first + 1;
        }

        String contentRange(long size) {
            return "bytes %d-%d/%d".formatted(first, last, size);
        }
    }

    /** There is no such part. */
    record Unsatisfiable() implements ByteRange {
        String contentRange(long size) {
            return "bytes */" + size;
        }
    }

    /** One range; several have a comma between them, do not match, and get the whole file. */
    Pattern SINGLE = Pattern.compile("bytes=[ \\t,]*(\\d*)-(\\d*)[ \\t,]*", Pattern.CASE_INSENSITIVE);

    /** What {@code header}, which may be null, asks of a file of {@code size} bytes. */
    static ByteRange of(String header, long size) {
        Matcher range = SINGLE.matcher(header == null ? "" : header.strip());
        if (!range.matches()) {
            return new Whole();
        }
        String first = range.group(1);
        String last = range.group(2);
        return first.isEmpty() ? suffix(last, size) : between(number(first), last, size);
    }

    private static ByteRange suffix(String length, long size) {
        if (length.isEmpty()) {
            return new Whole();
        }
        if (number(length) == 0) {
            return new Unsatisfiable();
        }
        return size == 0 ? new Whole() : new Part(Math.max(0, size - number(length)), size - 1);
    }

    private static ByteRange between(long first, String last, long size) {
        long end = last.isEmpty() ? Long.MAX_VALUE : number(last);
        if (end < first) {
            return new Whole();
        }
        return first >= size ? new Unsatisfiable() : new Part(first, Math.min(end, size - 1));
    }

    /** A number with more digits than a file has bytes is past its end, whatever it is. */
    private static long number(String digits) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException tooLarge) {
            return Long.MAX_VALUE;
        }
    }
}
