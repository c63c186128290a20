package app.tutti;

import app.tutti.account.access.boundary.RouteRules;
import app.tutti.account.access.boundary.ServletRoutes;
import app.tutti.account.access.entity.Needs;
import app.tutti.account.people.entity.Role;
import app.tutti.party.boundary.SignallingFilter;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.mvc.Controller;
import jakarta.websocket.server.ServerEndpoint;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every way into the server, found in the code. */
public final class Routes {
    private static final String FORM = "application/x-www-form-urlencoded";

    private Routes() {}

    /** What we answer ourselves. */
    public static Stream<Route> ours() {
        return Stream.concat(resources(), signalling());
    }

    /** Files and what the server brings along. */
    public static Stream<Route> servlets() {
        return ServletRoutes.all().entrySet().stream()
                .map(entry -> new Route("GET", entry.getKey(), Optional.of(entry.getValue()), false, FORM));
    }

    /** The paths of sockets. */
    public static List<String> sockets() {
        return annotated(ServerEndpoint.class)
                .map(type -> type.getAnnotation(ServerEndpoint.class).value())
                .toList();
    }

    private static Stream<Route> signalling() {
        Optional<Role> needed =
                Optional.of(SignallingFilter.class.getAnnotation(Needs.class)).map(Needs::value);
        return SignallingFilter.routes().entrySet().stream()
                .flatMap(route -> Stream.of(route.getValue().split(", "))
                        .map(verb -> new Route(verb, route.getKey(), needed, false, "application/sdp")));
    }

    /** Of these, what JAX-RS answers. */
    public static Stream<Route> resources() {
        return annotated(Path.class)
                .filter(type -> !Modifier.isAbstract(type.getModifiers()))
                .flatMap(Routes::of);
    }

    private static Stream<Class<?>> annotated(Class<? extends Annotation> with) {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("app.tutti");
        return classes.stream().filter(type -> type.isAnnotatedWith(with)).map(JavaClass::reflect);
    }

    private static Stream<Route> of(Class<?> resource) {
        return Arrays.stream(resource.getMethods())
                .flatMap(method -> verb(method).map(verb -> of(resource, method, verb)).stream());
    }

    private static Route of(Class<?> resource, Method method, String verb) {
        boolean page = resource.isAnnotationPresent(Controller.class) || method.isAnnotationPresent(Controller.class);
        return new Route(
                verb, path(resource, method), RouteRules.needed(resource, method), page, type(resource, method));
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .filter(type -> type.isAnnotationPresent(HttpMethod.class))
                .map(type -> type.getAnnotation(HttpMethod.class).value())
                .findFirst();
    }

    private static String type(Class<?> resource, Method method) {
        return Stream.of(method, resource)
                .flatMap(element -> Optional.ofNullable(element.getAnnotation(Consumes.class)).stream())
                .map(consumes -> consumes.value()[0])
                .findFirst()
                .orElse(FORM);
    }

    private static String path(Class<?> resource, Method method) {
        String own = method.isAnnotationPresent(Path.class)
                ? "/" + method.getAnnotation(Path.class).value()
                : "";
        return ("/" + resource.getAnnotation(Path.class).value() + own).replaceAll("/+", "/");
    }
}
