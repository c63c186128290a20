package app.tutti.web.boundary;

import jakarta.servlet.ServletRequest;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Optional;

/**
 * What the server's own network library does with a connection and the servlet API does not show. By reflection, for it
 * is not on Maven Central as it is in Payara.
 */
public final class Grizzly {
    private static final System.Logger LOG = System.getLogger(Grizzly.class.getName());

    /** Looked up once. */
    private static volatile Grizzly known;

    private final Method enableEvent;
    private final Method addCloseListener;
    private final Method removeCloseListener;
    private final Class<?> closeListener;
    private final Object read;
    private final Method isOpen;
    private final Method writeQueue;
    private final Method close;

    private Grizzly(ClassLoader server) throws ReflectiveOperationException {
        Class<?> connection = server.loadClass("org.glassfish.grizzly.Connection");
        Class<?> event = server.loadClass("org.glassfish.grizzly.IOEvent");
        closeListener = server.loadClass("org.glassfish.grizzly.CloseListener");
        read = event.getField("READ").get(null);
        addCloseListener = connection.getMethod("addCloseListener", closeListener);
        removeCloseListener = connection.getMethod("removeCloseListener", closeListener);
        Class<?> nio = server.loadClass("org.glassfish.grizzly.nio.NIOConnection");
        isOpen = connection.getMethod("isOpen");
        close = connection.getMethod("closeSilently");
        writeQueue = nio.getMethod("getAsyncWriteQueue");
        enableEvent = nio.getMethod("enableIOEvent", event);
    }

    /** Empty on a server that is built in another way. */
    static Optional<Object> connectionUnder(ServletRequest request) {
        try {
            Object exchange = get(get(get(request, "getUnwrappedCoyoteRequest"), "getCoyoteRequest"), "getContext");
            Object connection = get(exchange, "getConnection");
            if (known == null) {
                known = new Grizzly(connection.getClass().getClassLoader());
            }
            return Optional.of(connection);
        } catch (ReflectiveOperationException | RuntimeException another) {
            return Optional.empty();
        }
    }

    /**
     * An {@code Upgrade} that nobody takes leaves request and answer without a length (the server waits for another
     * protocol to set one): they are HTTP/1.1 still.
     */
    static void ignoreUpgrade(ServletRequest request) {
        try {
            Object exchange = get(get(request, "getUnwrappedCoyoteRequest"), "getCoyoteRequest");
            Object asked = get(exchange, "getRequest");
            Class<?> message = asked.getClass().getClassLoader().loadClass("org.glassfish.grizzly.http.HttpHeader");
            Method raw = message.getMethod("setIgnoreContentModifiers", boolean.class);
            raw.invoke(asked, false);
            raw.invoke(message.cast(get(asked, "getResponse")), false);
        } catch (ReflectiveOperationException | RuntimeException another) {
            LOG.log(System.Logger.Level.DEBUG, "A server that is built in another way", another);
        }
    }

    private static Object get(Object object, String method) throws ReflectiveOperationException {
        return object.getClass().getMethod(method).invoke(object);
    }

    /** @return what to give {@link #forget} */
    static Object whenClosed(Object connection, Runnable then) {
        Object listener = Proxy.newProxyInstance(
                known.closeListener.getClassLoader(),
                new Class<?>[] {known.closeListener},
                (self, method, arguments) -> switch (method.getName()) {
                    case "equals" -> self == arguments[0];
                    case "hashCode" -> System.identityHashCode(self);
                    case "toString" -> then.toString();
                    default -> {
                        then.run();
                        yield null;
                    }
                });
        call(known.addCloseListener, connection, listener);
        // Or its selector does not look whether the client's end is closed, while a request is under way.
        call(known.enableEvent, connection, known.read);
        return listener;
    }

    static void forget(Object connection, Object listener) {
        call(known.removeCloseListener, connection, listener);
    }

    static boolean isOpen(Object connection) {
        return (boolean) call(known.isOpen, connection);
    }

    /** How many bytes wait for the client to make room in its own buffers and the network's. */
    static int unsent(Object connection) {
        Object queue = call(known.writeQueue, connection);
        try {
            return (int) get(queue, "spaceInBytes");
        } catch (ReflectiveOperationException otherThanExpected) {
            throw new IllegalStateException(otherThanExpected);
        }
    }

    static void close(Object connection) {
        call(known.close, connection);
    }

    private static Object call(Method method, Object connection, Object... arguments) {
        try {
            return method.invoke(connection, arguments);
        } catch (ReflectiveOperationException otherThanExpected) {
            throw new IllegalStateException(otherThanExpected);
        }
    }
}
