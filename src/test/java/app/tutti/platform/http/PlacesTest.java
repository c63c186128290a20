package app.tutti.platform.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.tutti.platform.http.Places.Taken;
import org.junit.jupiter.api.Test;

class PlacesTest {
    private final Places places = new Places();

    @Test
    void oneSubscriberHasEightAndOthersHaveTheirs() {
        for (int place = 0; place < 8; place++) {
            assertEquals(Taken.YES, places.take("ana"));
        }
        assertEquals(Taken.TOO_MANY, places.take("ana"));
        assertEquals(Taken.YES, places.take("bia"));
        places.leave("ana");
        assertEquals(Taken.YES, places.take("ana"));
    }

    @Test
    void allTogetherHaveAHundred() {
        for (int place = 0; place < 100; place++) {
            assertEquals(Taken.YES, places.take("number " + place));
        }
        assertEquals(Taken.FULL, places.take("one more"));
        places.leave("number 7");
        assertEquals(Taken.YES, places.take("one more"));
    }

    @Test
    void nobodyIsRememberedWhoHasGone() {
        places.take("ana");
        places.take("ana");
        places.leave("ana");
        assertEquals(1, places.subscribers());
        places.leave("ana");
        assertEquals(0, places.subscribers());
    }
}
