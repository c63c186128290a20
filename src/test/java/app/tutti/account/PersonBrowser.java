package app.tutti.account;

import app.tutti.MachineKey;
import app.tutti.stories.TuttiServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without a window: cookies and forms. Follows nothing by itself. */
final class PersonBrowser implements AutoCloseable {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private static final Pattern CLOSED = Pattern.compile("received no bytes|Connection reset|Broken pipe|closed");

    private final CookieManager cookies;
    private final HttpClient client;
    private final URI server;
    /** Whom a proxy says that it asks for; empty without a proxy. */
    private final String forwardedFor;

    private PersonBrowser(URI server, String forwardedFor, CookieManager cookies) {
        this.server = server;
        this.cookies = cookies;
        // As browsers speak to it without TLS.
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(cookies)
                .build();
        this.forwardedFor = forwardedFor;
    }

    /** Of whoever runs the server: as if it had opened the address that the start shows. */
    static PersonBrowser at(URI server) {
        return new PersonBrowser(server, "", MachineKey.cookies(server));
    }

    /** Comes from the same machine, and has nothing to show for it. */
    static PersonBrowser stranger(URI server) {
        return new PersonBrowser(server, "", new CookieManager(null, CookiePolicy.ACCEPT_ALL));
    }

    /** Comes through a proxy, so not from the server's own machine. */
    static PersonBrowser elsewhere(URI server) {
        return from("192.0.2.7", server);
    }

    /** Comes through a proxy from this address. */
    static PersonBrowser from(String address, URI server) {
        return new PersonBrowser(server, address, MachineKey.cookies(server));
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    HttpResponse<String> delete(String path) {
        return send(request(path).DELETE());
    }

    HttpResponse<String> post(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    /** A request of any kind. */
    HttpResponse<String> go(String verb, String path, String type, String body) {
        return send(request(path)
                .header("Content-Type", type)
                .header("X-CSRF-Token", cookie("csrf").orElse(""))
                .method(verb, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    /** Makes the first account, with the code from the server's log. */
    HttpResponse<String> setUp(Map<String, String> admin) {
        Map<String, String> form = new java.util.HashMap<>(admin);
        form.put("code", setUpCode());
        return fillIn("/set-up", form);
    }

    private String setUpCode() {
        return TuttiServer.at(server.getPort())
                .map(TuttiServer::setUpCode)
                .orElseGet(() -> post("/fixture/code", Map.of()).body());
    }

    /** Opens the page and sends its form. */
    HttpResponse<String> fillIn(String page, Map<String, String> fields) {
        return fillIn(page, page, fields);
    }

    /** Sends a form that stands in a page and leads elsewhere. */
    HttpResponse<String> fillIn(String page, String action, Map<String, String> fields) {
        Matcher token = CSRF.matcher(get(page).body());
        if (!token.find()) {
            throw new AssertionError(page + " has no form");
        }
        Map<String, String> all = new java.util.HashMap<>(fields);
        all.put("_csrf", token.group(1));
        return post(action, all);
    }

    PersonSocket open(String path) {
        return PersonSocket.open(client, server, path);
    }

    /** Opens a socket, says one thing and gives back what is answered first. */
    String ask(String path, String message) {
        CompletableFuture<String> answer = new CompletableFuture<>();
        WebSocket socket = client.newWebSocketBuilder()
                .header("Origin", "http://" + server.getAuthority())
                .buildAsync(URI.create("ws://" + server.getAuthority() + path), new WebSocket.Listener() {
                    @Override
                    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
                        answer.complete(text.toString());
                        return null;
                    }
                })
                .join();
        socket.sendText(message, true).join();
        String text = answer.orTimeout(60, TimeUnit.SECONDS).join();
        socket.abort();
        return text;
    }

    /** Opens a socket, says one thing, and once that is answered gives the code with which the server closes it. */
    CompletableFuture<Integer> untilClosed(String path, String message) {
        CompletableFuture<String> answer = new CompletableFuture<>();
        CompletableFuture<Integer> closed = new CompletableFuture<>();
        client.newWebSocketBuilder()
                .header("Origin", "http://" + server.getAuthority())
                .buildAsync(URI.create("ws://" + server.getAuthority() + path), new WebSocket.Listener() {
                    @Override
                    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
                        answer.complete(text.toString());
                        from.request(1);
                        return null;
                    }

                    @Override
                    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
                        closed.complete(code);
                        return null;
                    }
                })
                .join()
                .sendText(message, true);
        answer.orTimeout(60, TimeUnit.SECONDS).join();
        return closed;
    }

    /** An answer whose body is read by and by. */
    HttpResponse<InputStream> stream(String path, HttpClient.Version version) {
        return send(request(path).version(version).GET(), BodyHandlers.ofInputStream());
    }

    Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    /** As when a browser is closed and opened again. */
    void loseSession() {
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("JSESSIONID"))
                .toList()
                .forEach(cookie -> cookies.getCookieStore().remove(server, cookie));
    }

    @Override
    public void close() {
        client.close();
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path));
        return forwardedFor.isEmpty() ? request : request.header("X-Forwarded-For", forwardedFor);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, BodyHandlers.ofString());
    }

    /** As browsers do when a connection that they have kept turns out to be closed: once, by another one. */
    private <T> HttpResponse<T> sendAgain(HttpRequest request, HttpResponse.BodyHandler<T> body)
            throws IOException, InterruptedException {
        try {
            return client.send(request, body);
        } catch (IOException closed) {
            if (!CLOSED.matcher(String.valueOf(closed)).find()) {
                throw closed;
            }
            return client.send(request, body);
        }
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return sendAgain(request.build(), body);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
