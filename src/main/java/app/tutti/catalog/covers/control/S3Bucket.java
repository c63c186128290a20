package app.tutti.catalog.covers.control;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * A folder of a bucket in a store that speaks S3, by paths and not by host names, as MinIO wants it. What fails, fails
 * soon: nobody waits longer than {@link #PATIENCE}, and after that nobody for as long as a {@link CircuitBreaker} says.
 */
public final class S3Bucket implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(4);

    private static final Logger LOG = Logger.getLogger(S3Bucket.class.getName());
    private static final Duration CONNECTING = Duration.ofSeconds(2);
    private static final long MOST_BYTES = 4L << 20;
    private static final Pattern CODE = Pattern.compile("<Code>([A-Za-z]{1,50})</Code>");
    private static final int NOT_FOUND = 404;

    private final URI folder;
    private final String region;
    private final AwsCredentialsIdentity credentials;
    private final CircuitBreaker outage;
    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECTING)
            .build();

    /** @param folder of the bucket or in it, with a slash at its end */
    S3Bucket(URI folder, String region, AwsCredentialsIdentity credentials, LongSupplier nanoTime) {
        this.folder = folder;
        this.region = region;
        this.credentials = credentials;
        outage = new CircuitBreaker(nanoTime);
    }

    Optional<byte[]> get(String name) throws IOException {
        HttpResponse<byte[]> answer = ask(SdkHttpMethod.GET, name, null);
        return isThere(answer) ? Optional.of(answer.body()) : Optional.empty();
    }

    boolean has(String name) throws IOException {
        return isThere(ask(SdkHttpMethod.HEAD, name, null));
    }

    void put(String name, byte[] content) throws IOException {
        ask(SdkHttpMethod.PUT, name, content);
    }

    void delete(String name) throws IOException {
        ask(SdkHttpMethod.DELETE, name, null);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private static boolean isThere(HttpResponse<?> answer) {
        return answer.statusCode() != NOT_FOUND;
    }

    private static boolean isExpected(HttpResponse<?> answer) {
        return answer.statusCode() / 100 == 2 || !isThere(answer);
    }

    private HttpResponse<byte[]> ask(SdkHttpMethod method, String name, byte[] content) throws IOException {
        if (!outage.permits()) {
            throw new IOException("The store of the covers is left alone for a while");
        }
        try {
            HttpResponse<byte[]> answer = sendOrRepeat(signed(method, name, content));
            if (method == SdkHttpMethod.HEAD && !isExpected(answer)) {
                // Only that answer has a body, which says what is wrong.
                answer = sendOrRepeat(signed(SdkHttpMethod.GET, name, null));
            }
            check(method, answer);
            if (outage.answered()) {
                LOG.info("[catalog] The store of the covers answers again");
            }
            return answer;
        } catch (InterruptedIOException ended) {
            throw ended;
        } catch (IOException failed) {
            if (outage.failed()) {
                LOG.warning("[catalog] The store of the covers at %s fails: %s. It is tried again in a while"
                        .formatted(folder, words(failed)));
            }
            throw failed;
        }
    }

    private HttpRequest signed(SdkHttpMethod method, String name, byte[] content) {
        SdkHttpRequest plain = SdkHttpRequest.builder()
                .method(method)
                .uri(folder.resolve(name))
                .build();
        SdkHttpRequest signed = signer.sign(sign -> sign.identity(credentials)
                        .request(plain)
                        .payload(content == null ? null : ContentStreamProvider.fromByteArray(content))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                        // Unlike other services S3 signs paths as they are.
                        .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
                        .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false))
                .request();
        HttpRequest.Builder request = HttpRequest.newBuilder(signed.getUri())
                .timeout(PATIENCE)
                .method(method.name(), content == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(content));
        signed.forEachHeader((header, values) -> {
            // The client sets it itself, to the same.
            if (!header.equalsIgnoreCase("Host")) {
                values.forEach(value -> request.header(header, value));
            }
        });
        return request.build();
    }

    /** All we send may be sent twice. A kept connection may have been closed from the other side, which is no failure. */
    private HttpResponse<byte[]> sendOrRepeat(HttpRequest request) throws IOException {
        try {
            return send(request);
        } catch (HttpTimeoutException | ConnectException | InterruptedIOException itself) {
            throw itself;
        } catch (IOException perhapsAnOldConnection) {
            return send(request);
        }
    }

    private HttpResponse<byte[]> send(HttpRequest request) throws IOException {
        // Not send(): the request's timeout ends with the headers, and what comes after could come for ever.
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request, S3Bucket::body);
        try {
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException silent) {
            answer.cancel(true);
            throw new HttpTimeoutException("no answer within " + PATIENCE.toSeconds() + " seconds");
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw new IOException(failed.getCause());
        } catch (InterruptedException stopped) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted");
        }
    }

    /** None, where it is longer than any cover or does not say how long it is. */
    private static HttpResponse.BodySubscriber<byte[]> body(HttpResponse.ResponseInfo answer) {
        return answer.headers().firstValueAsLong("Content-Length").orElse(MOST_BYTES) < MOST_BYTES
                ? BodySubscribers.ofByteArray()
                : BodySubscribers.replacing(new byte[0]);
    }

    private static void check(SdkHttpMethod method, HttpResponse<byte[]> answer) throws IOException {
        int status = answer.statusCode();
        if (status / 100 == 2) {
            if (method == SdkHttpMethod.GET && answer.body().length == 0) {
                throw new IOException("it sends no cover, but something empty or very long");
            }
            return;
        }
        Matcher code = CODE.matcher(new String(answer.body(), StandardCharsets.UTF_8));
        String said = code.find() ? code.group(1) : "";
        boolean missing = status == NOT_FOUND && method != SdkHttpMethod.PUT && !said.equals("NoSuchBucket");
        if (!missing) {
            throw new IOException(("it answers " + status + " " + said).strip());
        }
    }

    private static String words(IOException failed) {
        return failed.getMessage() == null ? failed.getClass().getSimpleName() : failed.getMessage();
    }
}
