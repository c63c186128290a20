package app.tutti.catalog.library.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ReleaseFilterTest {
    @Test
    void anAddressSaysWhatIsAskedFor() {
        ReleaseFilter filter = ReleaseFilter.of("year", 7L, "1990s", "FLAC", null, null);
        assertEquals("/releases?sort=year&genre=7&year=1990s&format=FLAC&", filter.address());
        assertEquals(1990, filter.firstYear());
        assertEquals(1999, filter.lastYear());
        assertTrue(filter.narrows());
    }

    @Test
    void whatMakesNoSenseIsLeftOut() {
        ReleaseFilter filter = ReleaseFilter.of("drop table", null, "199", "../<script>", null, null);
        assertEquals(ReleaseFilter.ALL, filter);
        assertEquals("/releases?", filter.address());
        assertFalse(filter.narrows());
    }

    @Test
    void aYearIsOnlyThatYear() {
        ReleaseFilter filter = ReleaseFilter.of("", null, "1999", "", null, null);
        assertEquals(filter.firstYear(), filter.lastYear());
    }
}
