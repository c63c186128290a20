package app.tutti.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.PackagedWar;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Uses up this address's tries, so it has a deployment of its own. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
public class LinkGuessIT {
    @ArquillianResource
    private URL address;

    @Deployment(testable = false)
    static WebArchive war() {
        return PackagedWar.with(LinkGuessIT.class);
    }

    @Test
    void whoGuessesLinksIsTooSoonTooOften() {
        try (PersonBrowser stranger = PersonBrowser.at(URI.create(address.toString()))) {
            HttpResponse<String> answer = stranger.get("/invite/nobodys");
            assertEquals(404, answer.statusCode());
            for (int tries = 0; tries < 40 && answer.statusCode() == 404; tries++) {
                answer = stranger.get("/reset/nobodys");
            }
            assertEquals(429, answer.statusCode());
            assertTrue(
                    Integer.parseInt(answer.headers().firstValue("Retry-After").orElseThrow()) > 0);
        }
    }
}
