package app.tutti.catalog.scan.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ScanOrdersTest {
    private final ScanOrders orders = new ScanOrders();

    @Test
    void whatHasBeenAskedComesBeforeWhatIsOwed() throws Exception {
        orders.add(ScanOrder.EVERYTHING);
        assertEquals(ScanOrder.EVERYTHING, orders.take(Duration.ofDays(1), ScanOrder.CHANGES));
        assertEquals(ScanOrder.CHANGES, orders.take(Duration.ofMillis(1), ScanOrder.CHANGES));
    }
}
