package app.tutti.sfu.net;

import app.tutti.sfu.foreign.CLibrary;

/**
 * Lets the threads that carry sound go before those that answer pages, shake hands and compile, when all of them want
 * the same cores.
 */
public final class MediaPriority {
    /** As urgent as a desktop's own sound (setpriority(2) counts from -20 to 19, and 0 is everybody's). */
    private static final int NICENESS = -11;

    private MediaPriority() {}

    /**
     * For the present thread.
     *
     * @return false where the system has no such call or does not let us, as it does not let most users on Linux; all
     *     threads are equals then
     */
    public static boolean raise() {
        return CLibrary.allowed() && LinuxCalls.MISSING == null && LinuxCalls.setpriority(NICENESS) == 0;
    }

    /**
     * Makes the present thread everybody's equal. A thread begins as urgent as the one that started it, and whatever
     * runs virtual threads is started by any.
     */
    public static void forgo() {
        if (CLibrary.allowed() && LinuxCalls.MISSING == null) {
            LinuxCalls.setpriority(0);
        }
    }
}
