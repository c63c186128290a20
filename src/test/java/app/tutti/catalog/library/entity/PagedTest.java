package app.tutti.catalog.library.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class PagedTest {
    @Test
    void thereIsAlwaysAFirstPage() {
        assertEquals(1, new Paged<>(List.of(), 1, 60, 0).pages());
        assertEquals(1, Paged.within(9, 0, 60));
    }

    @Test
    void theLastPageTakesTheRest() {
        assertEquals(1, new Paged<>(List.of(), 1, 60, 60).pages());
        assertEquals(2, new Paged<>(List.of(), 1, 60, 61).pages());
    }

    @Test
    void aNumberBeyondTheEndsIsTheNearestPage() {
        assertEquals(1, Paged.within(-3, 100, 60));
        assertEquals(2, Paged.within(Integer.MAX_VALUE, 100, 60));
    }
}
