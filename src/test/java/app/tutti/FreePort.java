package app.tutti;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Chooses where the server of this process's integration tests takes media; arquillian.xml tells it. */
public final class FreePort implements LauncherSessionListener {
    public static final String NAME = "tutti.it.rtcPort";

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        System.setProperty(NAME, String.valueOf(free()));
    }

    /** By UDP and by TCP. */
    private static int free() {
        while (true) {
            try (ServerSocket tcp = new ServerSocket(0);
                    DatagramSocket udp = new DatagramSocket(tcp.getLocalPort())) {
                return udp.getLocalPort();
            } catch (IOException taken) {
                // another, then
            }
        }
    }
}
