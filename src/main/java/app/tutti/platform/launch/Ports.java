package app.tutti.platform.launch;

import app.tutti.platform.config.Setting;
import app.tutti.platform.config.SettingRefused;
import app.tutti.platform.config.Settings;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Whether the ports are free, asked before the server starts: it would go on without the one that is taken. */
final class Ports {
    private Ports() {}

    static void check(Settings settings) {
        String bind = settings.get(Setting.TUTTI_BIND);
        requireOwn(bind);
        check(Setting.TUTTI_PORT, "TCP", settings, port -> probeTcp(new InetSocketAddress(bind, port)));
        if (settings.get(Setting.TUTTI_PARTY_ENABLED).equals("false")) {
            // Nobody else has use for the media port: it is not opened.
            return;
        }
        requireTwo(settings);
        check(Setting.TUTTI_RTC_PORT, "UDP", settings, port -> {
            try (DatagramSocket probe = new DatagramSocket(null)) {
                probe.bind(new InetSocketAddress(port));
            }
        });
        check(Setting.TUTTI_RTC_PORT, "TCP", settings, port -> probeTcp(new InetSocketAddress(port)));
    }

    private static void requireTwo(Settings settings) {
        if (settings.number(Setting.TUTTI_PORT) == settings.number(Setting.TUTTI_RTC_PORT)) {
            throw new SettingRefused("TUTTI_RTC_PORT and TUTTI_PORT are both %s, but pages and sound need a port each."
                    .formatted(settings.get(Setting.TUTTI_PORT)));
        }
    }

    private static void requireOwn(String bind) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(bind, 0));
        } catch (IOException notHere) {
            throw new SettingRefused("TUTTI_BIND is \"%s\", but this machine has no such address.".formatted(bind));
        }
    }

    private static void probeTcp(InetSocketAddress address) throws IOException {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(address);
        }
    }

    private static void check(Setting setting, String protocol, Settings settings, Probe probe) {
        try {
            probe.bind(settings.number(setting));
        } catch (IOException taken) {
            throw new SettingRefused("%s is %s, but that %s port is in use or may not be used here (%s)."
                    .formatted(setting, settings.get(setting), protocol, taken.getMessage()));
        }
    }

    private interface Probe {
        void bind(int port) throws IOException;
    }
}
