package app.tutti.platform.launch;

import app.tutti.platform.config.Setting;
import app.tutti.platform.config.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Payara Micro with the application inside. While it starts it listens at a port of its own on this machine alone, for
 * the launcher; Tutti's port is opened when there is something to be had.
 */
final class PayaraServer {
    private static final String NETWORK = "configs.config.server-config.network-config";
    private static final String LISTENERS = NETWORK + ".network-listeners.network-listener.";

    /** The server's second listener, which is for TLS and off as it comes. */
    private static final String STARTING = LISTENERS + "https-listener.";

    private static final String PUBLIC = LISTENERS + "http-listener.";

    private final int startingPort;

    private PayaraServer(int startingPort) {
        this.startingPort = startingPort;
    }

    /** Returns when the application is deployed, or could not be. */
    static PayaraServer start(Settings settings) throws ReflectiveOperationException, IOException {
        PayaraServer payara = new PayaraServer(freePort());
        Path folder = DataFolder.emptyFolder(settings.dataFolder().resolve("server"));
        String[] arguments = {
            "--rootDir", folder.toString(),
            "--prebootcommandfile", payara.bootCommands(folder, settings).toString(),
            "--logproperties", logging(folder).toString(),
            "--port", settings.get(Setting.TUTTI_PORT),
            "--nocluster", "--disablephonehome"
        };
        // By name: the server's classes are in this jar, but not in what the application is compiled against.
        Class.forName("fish.payara.micro.PayaraMicro")
                .getMethod("main", String[].class)
                .invoke(null, (Object) arguments);
        return payara;
    }

    int startingPort() {
        return startingPort;
    }

    /** Tutti's port must be free by now. */
    void openPort() throws ReflectiveOperationException {
        set(PUBLIC + "enabled=true");
        set(STARTING + "enabled=false");
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return free.getLocalPort();
        }
    }

    /** As its administrator would: {@code asadmin set …}. */
    private static void set(String assignment) throws ReflectiveOperationException {
        ClassLoader server = Thread.currentThread().getContextClassLoader();
        Class<?> runner = server.loadClass("org.glassfish.embeddable.CommandRunner");
        Object habitat = server.loadClass("org.glassfish.internal.api.Globals")
                .getMethod("getDefaultHabitat")
                .invoke(null);
        Object found = habitat.getClass()
                .getMethod("getService", Class.class, java.lang.annotation.Annotation[].class)
                .invoke(habitat, runner, new java.lang.annotation.Annotation[0]);
        Object result =
                runner.getMethod("run", String.class, String[].class).invoke(found, "set", new String[] {assignment});
        Object cause = server.loadClass("org.glassfish.embeddable.CommandResult")
                .getMethod("getFailureCause")
                .invoke(result);
        if (cause instanceof Exception failed) {
            throw new IllegalStateException("The server refuses " + assignment, failed);
        }
    }

    private static Path logging(Path server) throws IOException {
        Path file = server.resolve("logging.properties");
        try (InputStream ours = PayaraServer.class.getResourceAsStream("/logging.properties")) {
            Files.copy(ours, file);
        }
        return file;
    }

    private Path bootCommands(Path folder, Settings settings) throws IOException {
        String http = NETWORK + ".protocols.protocol.http-listener.http.";
        return Files.writeString(folder.resolve("boot-commands.txt"), """
                set configs.config.server-config.hazelcast-config-specific-configuration.enabled=false
                set configs.config.server-config.microprofile-metrics-configuration.enabled=false
                set %saddress=%s
                set %senabled=false
                set %sprotocol=http-listener
                set %saddress=127.0.0.1
                set %sport=%d
                set %senabled=true
                set %sserver-header=false
                set %shttp2-enabled=false
                set %scompression=on
                set %scompression-min-size-bytes=256
                set %scompressable-mime-type=text/css,text/javascript,application/javascript,image/svg+xml
                %s
                """.formatted(
                        PUBLIC,
                        settings.get(Setting.TUTTI_BIND),
                        PUBLIC,
                        STARTING,
                        STARTING,
                        STARTING,
                        startingPort,
                        STARTING,
                        http,
                        http,
                        http,
                        http,
                        http,
                        behindProxy(settings, http)));
    }

    /** So that cookies are for TLS only where the proxy speaks it. Whoever forges the header spoils their own cookies. */
    private static String behindProxy(Settings settings, String http) {
        return settings.isSet(Setting.TUTTI_TRUSTED_PROXIES) ? "set " + http + "scheme-mapping=X-Forwarded-Proto" : "";
    }
}
