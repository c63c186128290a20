package app.tutti.sfu.foreign;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * A shared C library. Pointers are passed as {@code long}: on the 64-bit systems this serves, both go the same way. The
 * interface (JEP 454) is final since Java 22 and our bytecode is for 21, so linking goes by reflection; the calls do
 * not.
 */
public final class CLibrary {
    /** Not {@code true}, and Java's own calls are all that is used. */
    public static final String ALLOWED = "app.tutti.sfu.native";

    private static final String PACKAGE = "java.lang.foreign.";

    /** Of Linker and SymbolLookup; both know the address of a function as a MemorySegment. */
    private final Object linker;

    private final Object lookup;

    private CLibrary(Object linker, Object lookup) {
        this.linker = linker;
        this.lookup = lookup;
    }

    public static boolean allowed() {
        return Boolean.parseBoolean(System.getProperty(ALLOWED, "true"));
    }

    /**
     * The C library that Java itself uses.
     *
     * @throws Unavailable when there is no 64-bit Linux or no such interface
     */
    public static CLibrary standard() throws Unavailable {
        try {
            Object linker = linker();
            return new CLibrary(
                    linker, type("Linker").getMethod("defaultLookup").invoke(linker));
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new Unavailable(reason(e), e);
        }
    }

    /**
     * The first of these that is installed, such as {@code libm.so.6}.
     *
     * @throws Unavailable when there is no 64-bit Linux, no such interface, or none of them
     */
    public static CLibrary named(List<String> names) throws Unavailable {
        try {
            Object linker = linker();
            for (String name : names) {
                Optional<Object> lookup = lookup(name);
                if (lookup.isPresent()) {
                    return new CLibrary(linker, lookup.get());
                }
            }
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new Unavailable(reason(e), e);
        }
        throw new Unavailable("none of " + String.join(", ", names) + " is installed", null);
    }

    /**
     * A handle to be kept in a static final field, or every call is slow.
     *
     * @param type parameters and result of {@code int}, {@code long} (a pointer, too) or {@code void}
     * @throws Unavailable when the library lacks it
     */
    public MethodHandle function(String name, MethodType type) throws Unavailable {
        return link(name, type, List.of());
    }

    /**
     * As {@link #function}, for one that returns within a microsecond or so: Java's collector waits for it, and the call
     * itself is cheaper.
     */
    public MethodHandle quickFunction(String name, MethodType type) throws Unavailable {
        try {
            Object critical =
                    type("Linker$Option").getMethod("critical", boolean.class).invoke(null, false);
            return link(name, type, List.of(critical));
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new Unavailable(reason(e), e);
        }
    }

    private MethodHandle link(String name, MethodType type, List<Object> with) throws Unavailable {
        try {
            Optional<?> address = (Optional<?>)
                    type("SymbolLookup").getMethod("find", String.class).invoke(lookup, name);
            Object symbol = address.orElseThrow(() -> new NoSuchMethodException("no function " + name));
            Object options = Array.newInstance(type("Linker$Option"), with.size());
            for (int i = 0; i < with.size(); i++) {
                Array.set(options, i, with.get(i));
            }
            return (MethodHandle) type("Linker")
                    .getMethod("downcallHandle", type("MemorySegment"), type("FunctionDescriptor"), options.getClass())
                    .invoke(linker, symbol, descriptor(type), options);
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new Unavailable(reason(e), e);
        }
    }

    /**
     * Where a direct buffer's position is. It must stay reachable while that is used.
     *
     * @throws Unavailable when there is no such interface
     */
    public static long address(ByteBuffer direct) throws Unavailable {
        try {
            Object segment =
                    type("MemorySegment").getMethod("ofBuffer", Buffer.class).invoke(null, direct);
            return (long) type("MemorySegment").getMethod("address").invoke(segment);
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new Unavailable(reason(e), e);
        }
    }

    private static Object linker() throws ReflectiveOperationException {
        if (!System.getProperty("os.name").equals("Linux")) {
            throw new UnsupportedOperationException("not on Linux");
        }
        if (!System.getProperty("sun.arch.data.model", "64").equals("64")) {
            throw new UnsupportedOperationException("not a 64-bit Java");
        }
        return type("Linker").getMethod("nativeLinker").invoke(null);
    }

    private static Optional<Object> lookup(String name) throws ReflectiveOperationException {
        Object forever = type("Arena").getMethod("global").invoke(null);
        try {
            return Optional.of(type("SymbolLookup")
                    .getMethod("libraryLookup", String.class, type("Arena"))
                    .invoke(null, name, forever));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static Object descriptor(MethodType type) throws ReflectiveOperationException {
        Object parameters = Array.newInstance(type("MemoryLayout"), type.parameterCount());
        for (int i = 0; i < type.parameterCount(); i++) {
            Array.set(parameters, i, layout(type.parameterType(i)));
        }
        Class<?> descriptor = type("FunctionDescriptor");
        if (type.returnType() == void.class) {
            return descriptor.getMethod("ofVoid", parameters.getClass()).invoke(null, parameters);
        }
        return descriptor
                .getMethod("of", type("MemoryLayout"), parameters.getClass())
                .invoke(null, layout(type.returnType()), parameters);
    }

    private static Object layout(Class<?> type) throws ReflectiveOperationException {
        return type("ValueLayout")
                .getField(type == long.class ? "JAVA_LONG" : "JAVA_INT")
                .get(null);
    }

    private static Class<?> type(String name) throws ClassNotFoundException {
        return Class.forName(PACKAGE + name);
    }

    private static String reason(Exception e) {
        Throwable cause = e instanceof InvocationTargetException ? e.getCause() : e;
        return cause instanceof ClassNotFoundException
                ? "this Java has no foreign function interface"
                : String.valueOf(cause.getMessage());
    }
}
