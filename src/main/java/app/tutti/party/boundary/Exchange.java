package app.tutti.party.boundary;

import app.tutti.account.access.control.ClientAddressResolver;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A request and the response to it, as far as signalling needs them. */
record Exchange(HttpServletRequest request, HttpServletResponse response, ClientAddressResolver sources) {
    String method() {
        return request.getMethod();
    }

    String path() {
        return request.getRequestURI();
    }

    /** Whose request it is. */
    String address() {
        return sources.of(request).address();
    }

    /** The field's value, null without one. */
    String header(String name) {
        return request.getHeader(name);
    }

    InputStream body() throws IOException {
        return request.getInputStream();
    }

    void header(String name, String value) {
        response.setHeader(name, value);
    }

    void addHeader(String name, String value) {
        response.addHeader(name, value);
    }

    void tag(String iceSession) {
        header("ETag", "\"" + iceSession + "\"");
    }

    /** To a browser that asks beforehand, and to whoever wants to know. */
    void options(String methods, String accept, String type) {
        header("Allow", methods);
        header("Access-Control-Allow-Methods", methods);
        header(accept, type);
        answer(200);
    }

    void noContent() {
        answer(204);
    }

    void answer(int status) {
        response.setStatus(status);
    }

    void answer(int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        // As a header, because setContentType would add a charset, which application/sdp does not have.
        header("Content-Type", type);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    void refuse(Problem problem) throws IOException {
        problem.headers().forEach(this::header);
        answer(problem.status(), "application/problem+json", problem.json());
    }
}
