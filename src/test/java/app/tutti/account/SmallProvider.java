package app.tutti.account;

import com.nimbusds.oauth2.sdk.TokenRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.MockWebServerWrapper;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.OAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import okhttp3.mockwebserver.Dispatcher;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.RecordedRequest;
import okhttp3.mockwebserver.SocketPolicy;

/** An OpenID provider on this machine. Everybody who is sent there is who it was last told. */
final class SmallProvider {
    static final List<String> US = List.of("tutti");

    private static final String ISSUER = "home";

    private final MockWebServerWrapper web = new MockWebServerWrapper();
    private final MockOAuth2Server server;
    private volatile OAuth2TokenCallback answer = new DefaultOAuth2TokenCallback(ISSUER);
    private volatile UnaryOperator<MockResponse> atToken = UnaryOperator.identity();
    private volatile String lastTokenRequest = "";

    SmallProvider() throws IOException {
        server = new MockOAuth2Server(
                new OAuth2Config(false, null, null, false, new OAuth2TokenProvider(), Set.of(new Told()), web));
        server.start(InetAddress.getByName("127.0.0.1"), 0);
        Dispatcher asUsual = web.getMockWebServer().getDispatcher();
        web.getMockWebServer().setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                if (!request.getPath().endsWith("/token")) {
                    return asUsual.dispatch(request);
                }
                lastTokenRequest = request.getBody().clone().readUtf8();
                return atToken.apply(asUsual.dispatch(request));
            }
        });
    }

    String issuer() {
        return "http://127.0.0.1:%d/%s".formatted(server.url("/").port(), ISSUER);
    }

    void says(String subject, String name) {
        says(subject, US, 3600, name);
    }

    void says(String subject, List<String> audience, long seconds, String name) {
        // The audience as a claim, too: else its ID tokens are always for who asks.
        answer = new DefaultOAuth2TokenCallback(
                ISSUER, subject, "JWT", audience, Map.of("name", name, "aud", audience), seconds);
    }

    String lastTokenRequest() {
        return lastTokenRequest;
    }

    void answersNoTokenRequest() {
        atToken = usual -> new MockResponse().setSocketPolicy(SocketPolicy.NO_RESPONSE);
    }

    void signsNothing() {
        atToken = SmallProvider::unsigned;
    }

    void isAsUsual() {
        atToken = UnaryOperator.identity();
    }

    void goesDown() {
        server.shutdown();
    }

    /** The same ID token with "alg": "none" (RFC 7519 §6). */
    private static MockResponse unsigned(MockResponse usual) {
        String header = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.US_ASCII));
        return usual.setBody(usual.getBody()
                .readUtf8()
                .replaceFirst("(\"id_token\"\\s*:\\s*\")[^.]+[.]([^.]+)[.][^\"]+\"", "$1" + header + ".$2.\""));
    }

    private final class Told implements OAuth2TokenCallback {
        @Override
        public String issuerId() {
            return ISSUER;
        }

        @Override
        public String subject(TokenRequest request) {
            return answer.subject(request);
        }

        @Override
        public String typeHeader(TokenRequest request) {
            return answer.typeHeader(request);
        }

        @Override
        public List<String> audience(TokenRequest request) {
            return answer.audience(request);
        }

        @Override
        public Map<String, Object> addClaims(TokenRequest request) {
            return answer.addClaims(request);
        }

        @Override
        public long tokenExpiry() {
            return answer.tokenExpiry();
        }
    }
}
