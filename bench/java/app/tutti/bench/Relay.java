package app.tutti.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A relay in a process of its own, and what it uses. */
final class Relay implements AutoCloseable {
    /** What the process used from its start until now. */
    record Usage(double cpuSeconds, long packetsSent, long dropped, long allocated, long pauses, long pauseMillis) {
        Usage since(Usage before) {
            return new Usage(
                    cpuSeconds - before.cpuSeconds,
                    packetsSent - before.packetsSent,
                    dropped - before.dropped,
                    allocated - before.allocated,
                    pauses - before.pauses,
                    pauseMillis - before.pauseMillis);
        }
    }

    /** USER_HZ: what /proc counts in, on every platform Linux has for Java. */
    private static final double TICKS_PER_SECOND = 100;

    private final Process process;
    private final HttpSignalling signalling;

    private Relay(Process process, HttpSignalling signalling) {
        this.process = process;
        this.signalling = signalling;
    }

    /** @param options for its Java */
    static Relay start(List<String> options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), RelayProcess.class.getName()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(new File("target/bench.log")))
                .start();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        // Java itself may speak first, of a flight recording for instance.
        String address;
        do {
            address = output.readLine();
        } while (address != null && !address.startsWith("http://"));
        if (address == null) {
            process.destroy();
            throw new IOException("The relay did not start; target/bench.log says why");
        }
        return new Relay(process, new HttpSignalling(URI.create(address)));
    }

    int mediaPort() throws IOException {
        return Integer.parseInt(signalling.stats().split(" ")[5]);
    }

    Signalling signalling() {
        return signalling;
    }

    Usage usage() throws IOException {
        String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
        // The name in brackets may hold anything; after it come state, ppid … utime is the 12th, stime the 13th.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        double cpu = (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
        long[] told = Stream.of(signalling.stats().split(" "))
                .mapToLong(Long::parseLong)
                .toArray();
        return new Usage(cpu, told[0], told[1], told[2], told[3], told[4]);
    }

    long residentKilobytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.getOutputStream().close();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
