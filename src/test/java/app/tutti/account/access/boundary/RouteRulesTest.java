package app.tutti.account.access.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.account.access.entity.Needs;
import app.tutti.account.people.entity.Role;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RouteRulesTest {
    @Test
    void aRouteOfWhichNobodySaidWhoMayStopsTheStart() throws NoSuchMethodException {
        Method forgotten = Forgotten.class.getMethod("anything");
        IllegalStateException refusal = assertThrows(
                IllegalStateException.class,
                () -> new RouteRules().configure(new Found(Forgotten.class, forgotten), null));
        assertTrue(refusal.getMessage().contains("Forgotten.anything"), refusal.getMessage());
        assertEquals(Optional.empty(), RouteRules.needed(Forgotten.class, forgotten));
    }

    @Test
    void whatAMethodSaysGoesBeforeWhatItsClassSays() throws NoSuchMethodException {
        assertEquals(Optional.of(Role.ADMIN), RouteRules.needed(Ruled.class, Ruled.class.getMethod("closed")));
        assertEquals(Optional.of(Role.GUEST), RouteRules.needed(Ruled.class, Ruled.class.getMethod("open")));
    }

    @Path("/forgotten")
    public static class Forgotten {
        @GET
        public String anything() {
            return "";
        }
    }

    @Path("/ruled")
    @Needs(Role.GUEST)
    public static class Ruled {
        @GET
        public String open() {
            return "";
        }

        @GET
        @Needs(Role.ADMIN)
        public String closed() {
            return "";
        }
    }

    private record Found(Class<?> resource, Method method) implements ResourceInfo {
        @Override
        public Method getResourceMethod() {
            return method;
        }

        @Override
        public Class<?> getResourceClass() {
            return resource;
        }
    }
}
