package app.tutti.sfu.net;

import static java.lang.invoke.MethodType.methodType;

import app.tutti.sfu.foreign.CLibrary;
import app.tutti.sfu.foreign.Unavailable;
import java.lang.invoke.MethodHandle;

/** The calls of Linux that NIO lacks. Negative results are failures, whatever the reason. */
// A method handle may throw anything, as far as the compiler knows.
@SuppressWarnings("checkstyle:IllegalCatch")
final class LinuxCalls {
    /** Null when they can be made, otherwise why not. */
    static final String MISSING;

    private static final int MSG_DONTWAIT = 0x40;
    private static final int PRIO_PROCESS = 0;

    private static final MethodHandle SENDMMSG;
    private static final MethodHandle RECVMMSG;
    private static final MethodHandle SETSOCKOPT;
    private static final MethodHandle SETPRIORITY;

    static {
        MethodHandle[] functions = new MethodHandle[4];
        MISSING = link(functions);
        SENDMMSG = functions[0];
        RECVMMSG = functions[1];
        SETSOCKOPT = functions[2];
        SETPRIORITY = functions[3];
    }

    private LinuxCalls() {}

    private static String link(MethodHandle[] to) {
        try {
            CLibrary library = CLibrary.standard();
            Class<?> number = int.class;
            Class<?> pointer = long.class;
            to[0] = library.function("sendmmsg", methodType(number, number, pointer, number, number));
            to[1] = library.function("recvmmsg", methodType(number, number, pointer, number, number, pointer));
            to[2] = library.function("setsockopt", methodType(number, number, number, number, pointer, number));
            to[3] = library.function("setpriority", methodType(number, number, number, number));
            return null;
        } catch (Unavailable e) {
            return e.getMessage();
        }
    }

    /** @param messages address of an array of {@code mmsghdr} */
    static int sendmmsg(int descriptor, long messages, int count) {
        try {
            return (int) SENDMMSG.invokeExact(descriptor, messages, count, MSG_DONTWAIT);
        } catch (Throwable e) {
            throw new IllegalStateException("sendmmsg cannot be called", e);
        }
    }

    /** @param messages address of an array of {@code mmsghdr} */
    static int recvmmsg(int descriptor, long messages, int count) {
        try {
            return (int) RECVMMSG.invokeExact(descriptor, messages, count, MSG_DONTWAIT, 0L);
        } catch (Throwable e) {
            throw new IllegalStateException("recvmmsg cannot be called", e);
        }
    }

    /** @param value address of an int */
    static int setsockopt(int descriptor, int level, int option, long value) {
        try {
            return (int) SETSOCKOPT.invokeExact(descriptor, level, option, value, Integer.BYTES);
        } catch (Throwable e) {
            throw new IllegalStateException("setsockopt cannot be called", e);
        }
    }

    /** For the present thread: Linux takes the 0 for that, and not for its process as POSIX would. */
    static int setpriority(int niceness) {
        try {
            return (int) SETPRIORITY.invokeExact(PRIO_PROCESS, 0, niceness);
        } catch (Throwable e) {
            throw new IllegalStateException("setpriority cannot be called", e);
        }
    }
}
