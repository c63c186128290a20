package app.tutti.catalog;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A store that speaks as much of S3 as covers need: one bucket, by path, with GET, HEAD, PUT and DELETE. It believes no
 * one who has not signed, and it can misbehave.
 */
public final class SmallStore implements AutoCloseable {
    public static final String BUCKET = "records";
    public static final String REGION = "eu-south-2";
    public static final String KEY = "tutti-key";
    public static final String SECRET = "a+secret/of=the store";

    /** What it does with whoever asks. */
    public enum Mood {
        WELL,
        FAILING,
        SILENT,
        ENDLESS,
        WITHOUT_BUCKET
    }

    private static final String FOLDER = "/" + BUCKET + "/";
    private static final Duration SKEW = Duration.ofMinutes(15);
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final Pattern AUTHORIZATION = Pattern.compile(
            "AWS4-HMAC-SHA256 Credential=([^/,]+)/([^,]+), SignedHeaders=([a-z0-9;-]+), Signature=([0-9a-f]{64})");

    private final Map<String, byte[]> objects = new TreeMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private volatile Mood mood = Mood.WELL;

    public SmallStore() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    public String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public void is(Mood now) {
        mood = now;
    }

    /** Keys in the bucket, in order. */
    public List<String> keys() {
        synchronized (objects) {
            return List.copyOf(objects.keySet());
        }
    }

    public byte[] object(String key) {
        synchronized (objects) {
            return objects.get(key);
        }
    }

    public void awaitObject(String key) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        synchronized (objects) {
            for (long left = 1; !objects.containsKey(key); left = (end - System.nanoTime()) / 1_000_000) {
                if (left <= 0) {
                    throw new AssertionError("never kept: " + key);
                }
                objects.wait(left);
            }
        }
    }

    /** What it has been asked since the last time, such as {@code GET a/b.jpg}. */
    public List<String> takeAsked() {
        List<String> taken = List.copyOf(asked);
        asked.clear();
        return taken;
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getRawPath();
            asked.add(exchange.getRequestMethod() + " " + path.replaceFirst("^" + FOLDER, ""));
            switch (mood) {
                case SILENT -> closing.await();
                case FAILING -> refuse(exchange, 500, "InternalError");
                case ENDLESS -> endless(exchange);
                default -> serveOrRefuse(exchange, path, body);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void serveOrRefuse(HttpExchange exchange, String path, byte[] body) throws IOException {
        String problem = problem(exchange, body);
        if (problem != null) {
            refuse(exchange, 403, problem);
        } else if (mood == Mood.WITHOUT_BUCKET || !path.startsWith(FOLDER)) {
            refuse(exchange, 404, "NoSuchBucket");
        } else {
            serve(exchange, path.substring(FOLDER.length()), body);
        }
    }

    private void serve(HttpExchange exchange, String key, byte[] body) throws IOException {
        synchronized (objects) {
            switch (exchange.getRequestMethod()) {
                case "PUT" -> {
                    objects.put(key, body);
                    objects.notifyAll();
                    exchange.sendResponseHeaders(200, -1);
                }
                case "DELETE" -> {
                    objects.remove(key);
                    exchange.sendResponseHeaders(204, -1);
                }
                case "GET", "HEAD" -> {
                    byte[] object = objects.get(key);
                    if (object == null) {
                        refuse(exchange, 404, "NoSuchKey");
                    } else {
                        answer(exchange, 200, object);
                    }
                }
                default -> refuse(exchange, 405, "MethodNotAllowed");
            }
        }
    }

    private static void refuse(HttpExchange exchange, int status, String code) throws IOException {
        String words = "<?xml version=\"1.0\"?><Error><Code>%s</Code><AWSAccessKeyId>%s</AWSAccessKeyId></Error>"
                .formatted(code, KEY);
        answer(exchange, status, words.getBytes(StandardCharsets.UTF_8));
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", String.valueOf(body.length));
            exchange.sendResponseHeaders(status, -1);
        } else {
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** The headers, a few bytes, and then nothing more. */
    private void endless(HttpExchange exchange) throws IOException, InterruptedException {
        exchange.sendResponseHeaders(200, 1000);
        exchange.getResponseBody().write(new byte[10]);
        exchange.getResponseBody().flush();
        closing.await();
    }

    /** The code of what is wrong with a request, or null. */
    private static String problem(HttpExchange exchange, byte[] body) {
        String given = header(exchange, "authorization");
        Matcher authorization = AUTHORIZATION.matcher(given == null ? "" : given);
        if (!authorization.matches()) {
            return "AccessDenied";
        }
        List<String> signed = List.of(authorization.group(3).split(";"));
        String date = header(exchange, "x-amz-date");
        if (!signed.containsAll(List.of("host", "x-amz-content-sha256", "x-amz-date"))) {
            return "AccessDenied";
        }
        if (Duration.between(DATE.parse(date, Instant::from), Instant.now())
                        .abs()
                        .compareTo(SKEW)
                > 0) {
            return "RequestTimeTooSkewed";
        }
        if (!authorization.group(1).equals(KEY)) {
            return "InvalidAccessKeyId";
        }
        if (!AwsSignature.sha256(body).equals(header(exchange, "x-amz-content-sha256"))) {
            return "XAmzContentSHA256Mismatch";
        }
        String scope = date.substring(0, 8) + "/" + REGION + "/s3/aws4_request";
        String query = exchange.getRequestURI().getRawQuery();
        String signature = AwsSignature.of(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath(),
                query == null ? "" : query,
                signed,
                name -> header(exchange, name),
                scope,
                SECRET);
        return scope.equals(authorization.group(2)) && signature.equals(authorization.group(4))
                ? null
                : "SignatureDoesNotMatch";
    }

    private static String header(HttpExchange exchange, String name) {
        return exchange.getRequestHeaders().getFirst(name);
    }
}
