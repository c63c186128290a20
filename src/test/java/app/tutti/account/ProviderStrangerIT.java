package app.tutti.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.PackagedWar;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The provider knows people who are strangers here, and TUTTI_OIDC_MEMBERS is as it is by default. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
public class ProviderStrangerIT {
    private static final Map<String, String> ANA = Map.of("name", "Ana", "password", "three old records");

    private static SmallProvider provider;

    @ArquillianResource
    private URL address;

    @Deployment(testable = false)
    static WebArchive war() throws Exception {
        provider = new SmallProvider();
        return PackagedWar.with(ProviderStrangerIT.class)
                .addClass(PeopleFixture.class)
                .addAsResource(ProviderIT.settings(provider, "false"), "META-INF/microprofile-config.properties");
    }

    @Test
    void aStrangerIsToldAndGetsNoAccount() {
        URI server = URI.create("http://127.0.0.1:" + address.getPort());
        try (PersonBrowser ana = PersonBrowser.at(server);
                PersonBrowser stranger = PersonBrowser.at(server)) {
            assertEquals(204, ana.delete("/fixture").statusCode());
            assertEquals(303, ana.setUp(ANA).statusCode());

            provider.says("somebody", "Stranger");
            HttpResponse<String> answer = stranger.get(ProviderIT.askedAndAnswered(provider, stranger, "/"));
            assertEquals(403, answer.statusCode());
            assertTrue(answer.body().contains("no account here"), answer::body);
            assertEquals(401, stranger.get("/fixture/members").statusCode());
            assertFalse(ana.get("/people").body().contains("Stranger"));
            ana.delete("/fixture");
        }
        provider.goesDown();
    }
}
