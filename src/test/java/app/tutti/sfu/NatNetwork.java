package app.tutti.sfu;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Four networks of the kernel's. The relay's (10.1.0.2) is behind a NAT (203.0.113.2) that gives every destination
 * another port and forwards none; there is the public one (203.0.113.1, 198.51.100.1), and the peer's (198.51.100.2).
 */
final class NatNetwork implements AutoCloseable {
    static final String PUBLIC = "203.0.113.1";

    private static final String PREFIX = "tutti" + ProcessHandle.current().pid();

    private final List<String> networks = new ArrayList<>();
    private final Deque<Process> processes = new ArrayDeque<>();

    /** True where networks can be made and everything that this needs is there. */
    static boolean possible() {
        return "root".equals(System.getProperty("user.name"))
                && works("ip", "netns", "list")
                && works("nft", "--version")
                && works("turnserver", "--version")
                && works("/usr/bin/python3", "-c", "import aiortc")
                && works("ip", "netns", "add", PREFIX + "try")
                && works("ip", "netns", "del", PREFIX + "try");
    }

    /** @param passes true when the public network takes packets from one to the other, and no TURN server is needed */
    static NatNetwork make(boolean passes) throws IOException, InterruptedException {
        NatNetwork network = new NatNetwork();
        try {
            network.build(passes);
            return network;
        } catch (IOException | InterruptedException e) {
            network.close();
            throw e;
        }
    }

    private void build(boolean passes) throws IOException, InterruptedException {
        for (String network : List.of("relay", "nat", "public", "peer")) {
            run("ip", "netns", "add", PREFIX + network);
            networks.add(PREFIX + network);
            run("ip", "-n", PREFIX + network, "link", "set", "lo", "up");
        }
        connect("relay", "10.1.0.2/24", "nat", "10.1.0.1/24", "inside");
        connect("nat", "203.0.113.2/24", "public", PUBLIC + "/24", "outside");
        connect("public", "198.51.100.1/24", "peer", "198.51.100.2/24", "home");
        route("relay", "10.1.0.1");
        route("nat", PUBLIC);
        route("peer", "198.51.100.1");
        forward("nat", true);
        forward("public", passes);
        for (String line : List.of(
                "add table ip nat",
                "add chain ip nat out { type nat hook postrouting priority 100; }",
                "add rule ip nat out oifname outside masquerade random")) {
            in("nat", "nft", line);
        }
    }

    private void connect(String one, String address, String other, String othersAddress, String name)
            throws IOException, InterruptedException {
        run("ip", "link", "add", name, "netns", PREFIX + one, "type", "veth", "peer", name, "netns", PREFIX + other);
        up(one, address, name);
        up(other, othersAddress, name);
    }

    private static void up(String network, String address, String name) throws IOException, InterruptedException {
        run("ip", "-n", PREFIX + network, "address", "add", address, "dev", name);
        run("ip", "-n", PREFIX + network, "link", "set", name, "up");
    }

    private static void route(String network, String gateway) throws IOException, InterruptedException {
        run("ip", "-n", PREFIX + network, "route", "add", "default", "via", gateway);
    }

    private static void forward(String network, boolean forwards) throws IOException, InterruptedException {
        in(network, "sysctl", "-qw", "net.ipv4.ip_forward=" + (forwards ? 1 : 0));
    }

    private static void in(String network, String... command) throws IOException, InterruptedException {
        run(inside(network, command).toArray(String[]::new));
    }

    private static List<String> inside(String network, String... command) {
        List<String> words = new ArrayList<>(List.of("ip", "netns", "exec", PREFIX + network));
        words.addAll(List.of(command));
        return words;
    }

    /** A program that is ended when the networks go. Its errors are seen among the test's. */
    Conversation start(String network, String... command) throws IOException {
        Process process = new ProcessBuilder(inside(network, command))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        processes.push(process);
        return new Conversation(process);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        for (Process process : processes) {
            // ip became the program, so this is all there is.
            process.destroy();
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
        for (String network : networks) {
            run("ip", "netns", "del", network);
        }
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + ": " + said);
        }
    }

    private static boolean works(String... command) {
        try {
            run(command);
            return true;
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }

    /** A program that is told a line and tells lines. */
    record Conversation(Process process, BufferedReader lines) {
        Conversation(Process process) {
            this(process, new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)));
        }

        void tell(String line) throws IOException {
            process.outputWriter(StandardCharsets.UTF_8)
                    .append(line)
                    .append('\n')
                    .flush();
        }

        String hear() throws IOException {
            String line = lines.readLine();
            if (line == null) {
                throw new IOException("It has ended");
            }
            return line;
        }

        String ask(String line) throws IOException {
            tell(line);
            return hear();
        }

        void await(String words) throws IOException {
            while (!hear().contains(words)) {
                continue;
            }
        }
    }
}
