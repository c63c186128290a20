package app.tutti.platform.launch;

import app.tutti.platform.config.AnnouncedAddresses;
import app.tutti.platform.config.OpeningPath;
import app.tutti.platform.config.Setting;
import app.tutti.platform.config.SettingRefused;
import app.tutti.platform.config.Settings;
import app.tutti.platform.config.StartedDatabase;
import app.tutti.platform.config.StartupFailure;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The runnable jar's entry: checks the settings and the ports, starts Payara Micro with the application inside, and
 * says where it is once a page of ours answers.
 */
public final class Launcher {
    private Launcher() {}

    public static void main(String[] arguments) throws Exception {
        try {
            launch(Settings.read());
        } catch (SettingRefused refused) {
            System.err.println("Tutti did not start. " + refused.getMessage());
            StartedDatabase.process().ifPresent(ProcessHandle::destroy);
            // Not exit(): a half-started server's shutdown can wait for the very start that has failed.
            Runtime.getRuntime().halt(1);
        }
    }

    private static void launch(Settings settings) throws Exception {
        DataFolder.own(settings.dataFolder());
        keepVersion6();
        Ports.check(settings);
        // Now, for it would be told late otherwise: a name may have no address.
        AnnouncedAddresses.of(settings);
        OpeningPath.await();
        startServer(settings);
        FirstPage page = FirstPage.of(settings);
        if (!page.answers()) {
            throw new SettingRefused(
                    StartupFailure.remembered().orElse("The application failed to start; the log above says why."));
        }
        Optional<String> opening = page.opening(OpeningPath.take());
        System.out.println("Tutti is ready: " + opening.orElse(page.address()));
        opening.ifPresent(Desktop::open);
    }

    /**
     * Payara Micro sets {@code java.net.preferIPv4Stack} when it boots, and would leave media without version 6. Java
     * reads it once, with its network library; that is now.
     */
    private static void keepVersion6() {
        InetAddress.getLoopbackAddress();
    }

    private static void startServer(Settings settings) throws ReflectiveOperationException, IOException {
        Path server = DataFolder.emptyFolder(settings.dataFolder().resolve("server"));
        String[] arguments = {
            "--rootDir", server.toString(),
            "--prebootcommandfile", bootCommands(server, settings).toString(),
            "--logproperties", logging(server).toString(),
            "--port", settings.get(Setting.TUTTI_PORT),
            "--nocluster", "--disablephonehome"
        };
        // By name: the server's classes are in this jar, but not in what the application is compiled against.
        Class.forName("fish.payara.micro.PayaraMicro")
                .getMethod("main", String[].class)
                .invoke(null, (Object) arguments);
    }

    private static Path logging(Path server) throws IOException {
        Path file = server.resolve("logging.properties");
        try (InputStream ours = Launcher.class.getResourceAsStream("/logging.properties")) {
            Files.copy(ours, file);
        }
        return file;
    }

    private static Path bootCommands(Path server, Settings settings) throws IOException {
        String network = "configs.config.server-config.network-config";
        return Files.writeString(server.resolve("boot-commands.txt"), """
                set configs.config.server-config.hazelcast-config-specific-configuration.enabled=false
                set configs.config.server-config.microprofile-metrics-configuration.enabled=false
                set %s.network-listeners.network-listener.http-listener.address=%s
                set %s.protocols.protocol.http-listener.http.server-header=false
                set %s.protocols.protocol.http-listener.http.compression=on
                set %s.protocols.protocol.http-listener.http.compression-min-size-bytes=256
                set %s.protocols.protocol.http-listener.http.compressable-mime-type=text/css,text/javascript,application/javascript,image/svg+xml
                %s
                """.formatted(
                        network,
                        settings.get(Setting.TUTTI_BIND),
                        network,
                        network,
                        network,
                        network,
                        behindProxy(settings, network)));
    }

    /** So that cookies are for TLS only where the proxy speaks it. Whoever forges the header spoils their own cookies. */
    private static String behindProxy(Settings settings, String network) {
        return settings.isSet(Setting.TUTTI_TRUSTED_PROXIES)
                ? "set " + network + ".protocols.protocol.http-listener.http.scheme-mapping=X-Forwarded-Proto"
                : "";
    }
}
