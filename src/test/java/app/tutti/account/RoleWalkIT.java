package app.tutti.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.tutti.PackagedWar;
import app.tutti.account.entity.Role;
import java.net.URI;
import java.net.URL;
import java.util.EnumMap;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** At the server as it is shipped, where people have accounts. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
public class RoleWalkIT extends RoleWalk {
    /** Where everybody is from the first test to the last. */
    private static final Map<Cast, Visitor> HERE = new EnumMap<>(Cast.class);

    private static PersonBrowser caretaker;

    @ArquillianResource
    private URL address;

    @Deployment(testable = false)
    static WebArchive war() {
        return PackagedWar.with(PeopleFixture.class);
    }

    @BeforeEach
    void everybodyIsHere() {
        if (HERE.isEmpty()) {
            URI server = URI.create(address.toString());
            caretaker = PersonBrowser.at(server);
            assertEquals(204, caretaker.delete("/fixture").statusCode());
            assertEquals(
                    303, caretaker.fillIn("/set-up", Cast.ADMIN.credentials()).statusCode());
            assertEquals(
                    204, caretaker.post("/fixture", Cast.MEMBER.credentials()).statusCode());
            assertEquals(
                    204,
                    caretaker.post("/fixture", Cast.OTHER_MEMBER.credentials()).statusCode());
            for (Cast who : Cast.values()) {
                HERE.put(who, Visitor.at(server, who));
            }
        }
    }

    @AfterAll
    static void everybodyLeaves() {
        HERE.values().forEach(Visitor::close);
        HERE.clear();
        caretaker.delete("/fixture");
        caretaker.close();
    }

    @Override
    Visitor visitor(Cast who) {
        return HERE.get(who);
    }

    @Override
    Role role(Cast who, String path) {
        return switch (who) {
            case ANONYMOUS -> Role.ANONYMOUS;
            case MEMBER, OTHER_MEMBER -> Role.MEMBER;
            case ADMIN -> Role.ADMIN;
        };
    }

    @Override
    boolean isOpenedBySigningIn(Role needed) {
        return true;
    }

    @Override
    boolean isKnown(Cast who, String path) {
        return who.hasAccount();
    }
}
