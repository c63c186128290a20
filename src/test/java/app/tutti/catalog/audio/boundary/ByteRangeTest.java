package app.tutti.catalog.audio.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.catalog.audio.boundary.ByteRange.Part;
import app.tutti.catalog.audio.boundary.ByteRange.Unsatisfiable;
import app.tutti.catalog.audio.boundary.ByteRange.Whole;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {
    private static final long SIZE = 10_000;

    /** The examples of RFC 9110 §14.1.2, for a file of 10,000 bytes. */
    @Test
    void theExamplesOfTheRfcHold() {
        assertEquals(new Part(0, 499), ByteRange.of("bytes=0-499", SIZE));
        assertEquals(new Part(500, 999), ByteRange.of("bytes=500-999", SIZE));
        assertEquals(new Part(9500, 9999), ByteRange.of("bytes=-500", SIZE));
        assertEquals(new Part(9500, 9999), ByteRange.of("bytes=9500-", SIZE));
    }

    @Test
    void aRangePastTheEndStopsThere() {
        assertEquals(new Part(9000, 9999), ByteRange.of("bytes=9000-99999999999999999999999", SIZE));
        assertEquals(new Part(0, 9999), ByteRange.of("bytes=-20000", SIZE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=10000-", "bytes=10000-10001", "bytes=99999999999999999999-", "bytes=-0"})
    void aRangeThatBeginsPastTheEndCannotBeSatisfied(String header) {
        assertEquals(new Unsatisfiable(), ByteRange.of(header, SIZE));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", "bytes", "bytes=", "bytes=-", "bytes=5-2", "bytes=a-b", "bytes=1-2,4-5", "items=0-1", "0-1"})
    void everythingElseIsAnsweredWithTheWholeFile(String header) {
        assertEquals(new Whole(), ByteRange.of(header, SIZE));
    }

    @Test
    void anEmptyFileHasNoParts() {
        assertEquals(new Unsatisfiable(), ByteRange.of("bytes=0-", 0));
        assertEquals(new Whole(), ByteRange.of("bytes=-5", 0));
    }

    @Test
    void theUnitsNameMayBeWrittenInCapitals() {
        assertEquals(new Part(0, 1), ByteRange.of("Bytes=0-1", SIZE));
    }

    @Property
    void aPartIsAlwaysInsideTheFile(
            @ForAll @LongRange(min = 0) long first,
            @ForAll @LongRange(min = 0) long last,
            @ForAll @LongRange(min = 0, max = 1_000_000) long size) {
        check(ByteRange.of("bytes=%d-%d".formatted(first, last), size), size);
        check(ByteRange.of("bytes=%d-".formatted(first), size), size);
        check(ByteRange.of("bytes=-%d".formatted(last), size), size);
    }

    @Property
    void noHeaderBreaksIt(@ForAll String junk, @ForAll @LongRange(min = 0) long size) {
        check(ByteRange.of(junk, size), size);
        check(ByteRange.of("bytes=" + junk, size), size);
    }

    @Property
    void theBytesAskedForAreTheBytesGiven(
            @ForAll @LongRange(min = 0, max = 999) long first, @ForAll @LongRange(min = 0, max = 999) long more) {
        ByteRange expected = new Part(first, Math.min(999, first + more));
        assertEquals(expected, ByteRange.of("bytes=%d-%d".formatted(first, first + more), 1000));
    }

    private static void check(ByteRange range, long size) {
        if (range instanceof Part part) {
            assertTrue(part.first() >= 0 && part.last() < size && part.length() > 0, () -> part + " of " + size);
        }
    }
}
