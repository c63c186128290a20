package app.tutti.bench;

import app.tutti.MachineKey;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser's requests for pages: one connection that is kept, and cookies. */
final class WebReader implements AutoCloseable {
    private static final Pattern RELEASE = Pattern.compile("href=\"(/releases/\\d+)\"");
    private static final String CREDENTIALS = "name=Ana&password=three+old+records";

    private final Server server;
    private final CookieManager cookies;
    private final HttpClient client;

    WebReader(Server server) {
        this.server = server;
        cookies = MachineKey.cookies(server.uri("http"));
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(cookies)
                .build();
    }

    /** Must be there: what is refused costs less. */
    String read(String path) throws IOException, InterruptedException {
        return send(request(path).GET(), 200);
    }

    void setUp() throws IOException, InterruptedException {
        read("/set-up");
        send(form("/set-up", "&code=" + server.setUpCode()), 303);
    }

    void signIn() throws IOException, InterruptedException {
        send(form("/sign-in", ""), 303);
    }

    /** The page of a release, once one is found. */
    String awaitRelease() throws IOException, InterruptedException {
        while (true) {
            Matcher link = RELEASE.matcher(read("/releases"));
            if (link.find()) {
                return link.group(1);
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    @Override
    public void close() {
        client.close();
    }

    private HttpRequest.Builder form(String path, String more) {
        String token = cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("csrf"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElseThrow();
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(CREDENTIALS + more + "&_csrf=" + token));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.uri("http").resolve(path));
    }

    private String send(HttpRequest.Builder request, int expected) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
        if (response.statusCode() != expected) {
            throw new IOException(response + " instead of " + expected);
        }
        return response.body();
    }
}
