package app.tutti.account.access.boundary;

import app.tutti.account.access.control.Access;
import app.tutti.account.access.control.Caller;
import app.tutti.account.access.entity.Needs;
import app.tutti.account.people.entity.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Optional;

/**
 * Who may go where, by {@link Needs} at a resource's method or class. An application with a route that has none does
 * not start.
 */
@Provider
@ApplicationScoped
public class RouteRules implements DynamicFeature {
    @Inject
    Caller caller;

    @Inject
    Access access;

    @Override
    public void configure(ResourceInfo route, FeatureContext context) {
        Class<?> resource = route.getResourceClass();
        if (!resource.getName().startsWith("app.tutti.")) {
            // Jersey's own answers to OPTIONS.
            return;
        }
        Role needed = needed(resource, route.getResourceMethod())
                .orElseThrow(() -> new IllegalStateException("nobody has said who may use " + resource.getName() + "."
                        + route.getResourceMethod().getName()));
        context.register(new RouteRule(needed, resource.isAnnotationPresent(Controller.class), caller, access));
    }

    /** The rule of a route, the method's before its class's; empty where there is none. */
    public static Optional<Role> needed(Class<?> resource, Method method) {
        return rule(method).or(() -> rule(resource));
    }

    private static Optional<Role> rule(AnnotatedElement element) {
        return Optional.ofNullable(element.getAnnotation(Needs.class)).map(Needs::value);
    }
}
