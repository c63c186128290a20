package app.tutti.account.access.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.tutti.web.entity.IpAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoutersTest {
    @Test
    void aRouterIsWhereTheKernelSendsWhatIsNotNear() {
        List<String> table = List.of(
                "Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT",
                "eth0\t00000000\t010011AC\t0003\t0\t0\t0\t00000000\t0\t0\t0",
                "eth0\t000011AC\t00000000\t0001\t0\t0\t0\t0000FFFF\t0\t0\t0");
        assertEquals(List.of(IpAddress.of("172.17.0.1").orElseThrow()), Routers.in(table));
        assertEquals(List.of(), Routers.in(List.of()));
    }
}
