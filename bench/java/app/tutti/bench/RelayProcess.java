package app.tutti.bench;

import app.tutti.sfu.Consumer;
import app.tutti.sfu.Router;
import app.tutti.sfu.Sfu;
import app.tutti.sfu.SfuSettings;
import app.tutti.sfu.Transport;
import app.tutti.sfu.TransportListener;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/**
 * The relay in a process of its own, with the least signalling that will do. Says on its first line where to find it,
 * and ends when its input does, so that it never outlives who started it.
 */
final class RelayProcess {
    private final Sfu sfu;
    private final Router router;

    private RelayProcess(Sfu sfu) {
        this.sfu = sfu;
        router = sfu.createRouter();
    }

    public static void main(String[] args) throws IOException {
        InetAddress loopback = InetAddress.getByName("127.0.0.1");
        int shards = Integer.getInteger("bench.shards", Runtime.getRuntime().availableProcessors());
        try (Sfu sfu = Sfu.start(new SfuSettings(0, List.of("127.0.0.1"), shards))) {
            RelayProcess relay = new RelayProcess(sfu);
            HttpServer http = HttpServer.create(new InetSocketAddress(loopback, 0), 1024);
            http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            http.createContext("/whip", exchange -> answer(exchange, relay::publish));
            http.createContext("/whep", exchange -> answer(exchange, relay::listen));
            http.createContext("/stats", exchange -> answer(exchange, body -> relay.stats()));
            http.start();
            System.out.println("http://127.0.0.1:" + http.getAddress().getPort() + "/");
            while (System.in.read() >= 0) {
                // Whatever is said, only the end matters.
            }
            http.stop(0);
        }
        System.exit(0);
    }

    private String publish(String offer) {
        return router.createTransport(new TransportListener() {}).produce(offer).answer();
    }

    private String listen(String offer) {
        Transport transport = router.createTransport(new TransportListener() {});
        Consumer consumer = transport.consume(offer);
        consumer.resume();
        return consumer.answer();
    }

    /** Packets sent, packets dropped, bytes allocated by the media threads, pauses of the collector and their ms. */
    private String stats() {
        var stats = sfu.stats();
        long dropped = stats.droppedByRing() + stats.droppedBySocket();
        return stats.packetsOut() + " " + dropped + " " + allocated() + " "
                + pauses(GarbageCollectorMXBean::getCollectionCount) + " "
                + pauses(GarbageCollectorMXBean::getCollectionTime) + " " + sfu.port();
    }

    private static long allocated() {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long sum = 0;
        for (var info : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (info != null && info.getThreadName().startsWith("sfu-")) {
                sum += threads.getThreadAllocatedBytes(info.getThreadId());
            }
        }
        return sum;
    }

    /** ZGC has beans for its concurrent cycles, too, which stop nobody. */
    private static long pauses(java.util.function.ToLongFunction<GarbageCollectorMXBean> value) {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .filter(bean -> !bean.getName().endsWith("Cycles"))
                .mapToLong(value)
                .sum();
    }

    private static void answer(HttpExchange exchange, UnaryOperator<String> handler) throws IOException {
        try (exchange) {
            String request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            int status = 201;
            byte[] body;
            try {
                body = handler.apply(request).getBytes(StandardCharsets.UTF_8);
            } catch (RuntimeException e) {
                status = 500;
                body = e.toString().getBytes(StandardCharsets.UTF_8);
            }
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
