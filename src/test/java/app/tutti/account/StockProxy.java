package app.tutti.account;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** A proxy of somebody else's before a server of ours: nginx or Caddy, as Debian has them. */
final class StockProxy implements AutoCloseable {
    private static final Path NGINX = Path.of("/usr/sbin/nginx");
    private static final Path CADDY = Path.of("/usr/bin/caddy");

    private final Process process;
    private final List<Integer> ports;

    private StockProxy(Process process, List<Integer> ports) {
        this.process = process;
        this.ports = ports;
    }

    static boolean hasNginx() {
        return Files.isExecutable(NGINX);
    }

    static boolean hasCaddy() {
        return Files.isExecutable(CADDY);
    }

    /** @param locations what stands in {@code location /}, each at a port of its own */
    static StockProxy nginx(Path folder, String... locations) throws Exception {
        List<Integer> ports = new ArrayList<>();
        StringBuilder servers = new StringBuilder();
        for (String location : locations) {
            ports.add(freePort());
            servers.append("server { listen 127.0.0.1:%d; location / { %s } }\n".formatted(ports.getLast(), location));
        }
        String paths = "";
        for (String kind : List.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi")) {
            paths += "%s_temp_path %s;\n".formatted(kind, folder.resolve(kind));
        }
        Path file = Files.writeString(
                folder.resolve("nginx.conf"), """
                daemon off;
                master_process off;
                pid %s;
                error_log stderr;
                events {}
                http {
                access_log off;
                %s
                %s
                }
                """.formatted(folder.resolve("nginx.pid"), paths, servers));
        return started(folder, ports, NGINX.toString(), "-p", folder.toString(), "-e", "stderr", "-c", file.toString());
    }

    /** @param site what stands in the block of the site */
    static StockProxy caddy(Path folder, String site) throws Exception {
        int port = freePort();
        Path file = Files.writeString(folder.resolve("Caddyfile"), """
                {
                    admin off
                    auto_https off
                }
                http://127.0.0.1:%d {
                %s
                }
                """.formatted(port, site));
        return started(
                folder, List.of(port), CADDY.toString(), "run", "--adapter", "caddyfile", "--config", file.toString());
    }

    /** Its address, with the location of this number. */
    URI at(int location) {
        return URI.create("http://127.0.0.1:%d/".formatted(ports.get(location)));
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private static StockProxy started(Path folder, List<Integer> ports, String... command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("proxy.log").toFile());
        // Where Caddy keeps what it remembers.
        builder.environment().put("XDG_CONFIG_HOME", folder.toString());
        builder.environment().put("XDG_DATA_HOME", folder.toString());
        Process process = builder.start();
        for (int port : ports) {
            await(process, port);
        }
        return new StockProxy(process, ports);
    }

    private static void await(Process process, int port) {
        for (int tries = 0; tries < 300 && process.isAlive(); tries++) {
            try (Socket there = new Socket("127.0.0.1", port)) {
                return;
            } catch (IOException notYet) {
                LockSupport.parkNanos(100_000_000);
            }
        }
        process.destroyForcibly();
        throw new IllegalStateException("the proxy did not start");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
