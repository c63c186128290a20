package app.tutti.platform.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import ognl.OgnlException;
import org.junit.jupiter.api.Test;

class RememberedPropertiesTest {
    private final RememberedProperties properties = new RememberedProperties();

    private record Shelf(String title, List<String> records) {
        public boolean isEmpty() {
            return records.isEmpty();
        }

        public int size() {
            return records.size();
        }
    }

    public static final class Lamp {
        public int getWatts() {
            return 60;
        }
    }

    @Test
    void aPropertyIsAComponentAGetterOrAMethodOfItsName() throws Exception {
        Shelf shelf = new Shelf("Samba", List.of("Alvorada"));
        assertEquals("Samba", of(shelf, "title"));
        assertEquals(false, of(shelf, "empty"));
        assertEquals(1, of(shelf, "size"));
        assertEquals(60, of(new Lamp(), "watts"));
    }

    @Test
    void whatIsNotThereIsAnError() {
        assertThrows(OgnlException.class, () -> of(new Shelf("Samba", List.of()), "colour"));
    }

    private Object of(Object target, String name) throws OgnlException {
        return properties.getProperty(ognl.Ognl.createDefaultContext(target, null, null), target, name);
    }

    @Test
    void aMethodThatFailsSaysWhy() {
        OgnlException failed = assertThrows(OgnlException.class, () -> of(new Shelf("Samba", null), "size"));
        assertEquals(NullPointerException.class, failed.getReason().getCause().getClass());
    }
}
