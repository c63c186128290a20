package app.tutti.platform.http;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A request as far as filters look at it: method, path and fields. */
final class FakeRequest {
    private final String method;
    private final String path;
    private final Map<String, List<String>> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    FakeRequest(String method, String path) {
        this.method = method;
        this.path = path;
    }

    FakeRequest with(String name, String value) {
        fields.computeIfAbsent(name, first -> new ArrayList<>()).add(value);
        return this;
    }

    HttpServletRequest request() {
        return (HttpServletRequest) Proxy.newProxyInstance(
                FakeRequest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (self, asked, arguments) -> switch (asked.getName()) {
                    case "getMethod" -> method;
                    case "getRequestURI" -> path;
                    case "getContextPath" -> "";
                    case "getProtocol" -> "HTTP/1.1";
                    case "getHeaderNames" -> Collections.enumeration(fields.keySet());
                    case "getHeaders" -> Collections.enumeration(values(arguments[0]));
                    case "getHeader" ->
                        values(arguments[0]).stream().findFirst().orElse(null);
                    case "getContentType" ->
                        values("Content-Type").stream().findFirst().orElse(null);
                    case "getContentLengthLong" ->
                        values("Content-Length").stream()
                                .map(Long::valueOf)
                                .findFirst()
                                .orElse(-1L);
                    default -> throw new UnsupportedOperationException(asked.getName());
                });
    }

    private List<String> values(Object name) {
        return fields.getOrDefault(name.toString(), List.of());
    }
}
