package app.tutti.bench;

import app.tutti.MachineKey;
import com.sun.management.ThreadMXBean;
import com.sun.tools.attach.VirtualMachine;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** The packaged server in a process of its own, and what it uses. It ends when we do. */
final class Server implements AutoCloseable {
    /** What the process used from its start until now; bytes by the relay's own threads. */
    record Usage(double cpuSeconds, long allocated, long pauses, long pauseMillis) {
        Usage since(Usage before) {
            return new Usage(
                    cpuSeconds - before.cpuSeconds,
                    allocated - before.allocated,
                    pauses - before.pauses,
                    pauseMillis - before.pauseMillis);
        }
    }

    /** What it has at the moment. */
    record Holdings(long residentKilobytes, long heapUsed, int threads, long descriptors) {}

    private static final Pattern SET_UP_CODE = Pattern.compile("asks for this code: (\\S+)");

    /** USER_HZ: what /proc counts in, on every platform Linux has for Java. */
    private static final double TICKS_PER_SECOND = 100;

    private final Process process;
    private final Path data;
    private final int port;
    private final int mediaPort;
    /** Until it was ready. */
    private final String said;

    private final JMXConnector connector;
    private final MBeanServerConnection beans;

    private Server(Process process, Path data, int port, int mediaPort, String said) throws Exception {
        this.process = process;
        this.data = data;
        this.port = port;
        this.mediaPort = mediaPort;
        this.said = said;
        VirtualMachine machine = VirtualMachine.attach(String.valueOf(process.pid()));
        connector = JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent()));
        machine.detach();
        beans = connector.getMBeanServerConnection();
    }

    /** @param options for its Java */
    static Server start(List<String> options) throws Exception {
        return start(options, Map.of());
    }

    /**
     * @param options for its Java
     * @param settings beside those that keep it on this machine
     */
    static Server start(List<String> options, Map<String, String> settings) throws Exception {
        return start(options, settings, null);
    }

    /** @param told where what it says is written; null for nowhere */
    static Server start(List<String> options, Map<String, String> settings, Path told) throws Exception {
        Path data = Files.createTempDirectory("tutti-bench");
        int port = settings.containsKey("TUTTI_PORT") ? Integer.parseInt(settings.get("TUTTI_PORT")) : freePort();
        int mediaPort = freeMediaPort();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-jar", "target/tutti.jar"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "TUTTI_DATA_DIR",
                        data.toString(),
                        "TUTTI_PORT",
                        String.valueOf(port),
                        "TUTTI_BIND",
                        "127.0.0.1",
                        "TUTTI_URL",
                        "http://127.0.0.1:" + port,
                        "TUTTI_RTC_PORT",
                        String.valueOf(mediaPort),
                        "TUTTI_RTC_ANNOUNCED",
                        "127.0.0.1",
                        "TUTTI_MAX_LISTENERS",
                        "100000",
                        "TUTTI_JOINS_PER_ADDRESS",
                        "1000000"));
        builder.environment().putAll(settings);
        Path log = Path.of("target/bench.log");
        Process process = builder.redirectOutput(ProcessBuilder.Redirect.PIPE).start();
        // Whatever ends us ends it.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        Path kept = settings.containsKey("TUTTI_DATA_DIR") ? Path.of(settings.get("TUTTI_DATA_DIR")) : data;
        MachineKey.isKept(port, kept);
        String said = awaitReady(process, log.toFile(), told);
        return new Server(process, data, port, mediaPort, said);
    }

    /** What its set-up page asks for. */
    String setUpCode() {
        Matcher code = SET_UP_CODE.matcher(said);
        if (!code.find()) {
            throw new IllegalStateException(said);
        }
        return code.group(1);
    }

    URI uri(String scheme) {
        return URI.create(scheme + "://127.0.0.1:" + port + "/");
    }

    int mediaPort() {
        return mediaPort;
    }

    long pid() {
        return process.pid();
    }

    Usage usage() throws IOException {
        String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
        // The name in brackets may hold anything; after it come state, ppid … utime is the 12th, stime the 13th.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        double cpu = (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
        return new Usage(
                cpu,
                allocated(),
                pauses(GarbageCollectorMXBean::getCollectionCount),
                pauses(GarbageCollectorMXBean::getCollectionTime));
    }

    /** What its threads have used that are still there, to the nanosecond: for what takes less than a tick. */
    long cpuNanos() throws IOException {
        long sum = 0;
        try (Stream<Path> threads = Files.list(Path.of("/proc/" + process.pid() + "/task"))) {
            for (Path thread : threads.toList()) {
                sum += cpuNanos(thread);
            }
        }
        return sum;
    }

    Holdings holdings() throws IOException {
        long descriptors;
        try (Stream<Path> open = Files.list(Path.of("/proc/" + process.pid() + "/fd"))) {
            descriptors = open.count();
        }
        var memory = ManagementFactory.newPlatformMXBeanProxy(
                beans, ManagementFactory.MEMORY_MXBEAN_NAME, java.lang.management.MemoryMXBean.class);
        return new Holdings(
                status("VmRSS:"), memory.getHeapMemoryUsage().getUsed(), (int) status("Threads:"), descriptors);
    }

    /** What lives on the heap, after a collection. */
    long liveBytes() throws IOException {
        var memory = ManagementFactory.newPlatformMXBeanProxy(
                beans, ManagementFactory.MEMORY_MXBEAN_NAME, java.lang.management.MemoryMXBean.class);
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        connector.close();
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static long cpuNanos(Path thread) {
        try {
            return Long.parseLong(Files.readString(thread.resolve("schedstat")).split(" ")[0]);
        } catch (IOException endedMeanwhile) {
            return 0;
        }
    }

    private long status(String name) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }

    private long allocated() throws IOException {
        ThreadMXBean threads = ManagementFactory.newPlatformMXBeanProxy(
                beans, ManagementFactory.THREAD_MXBEAN_NAME, ThreadMXBean.class);
        long sum = 0;
        for (var info : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (info != null && info.getThreadName().matches("sfu-(receive|shard-\\d+)")) {
                sum += threads.getThreadAllocatedBytes(info.getThreadId());
            }
        }
        return sum;
    }

    /** ZGC has beans for its concurrent cycles, too, which stop nobody. */
    private long pauses(ToLongFunction<GarbageCollectorMXBean> value) throws IOException {
        return ManagementFactory.getPlatformMXBeans(beans, GarbageCollectorMXBean.class).stream()
                .filter(bean -> !bean.getName().endsWith("Cycles"))
                .mapToLong(value)
                .sum();
    }

    private static String awaitReady(Process process, File log, Path told) throws IOException {
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder said = new StringBuilder();
        String line;
        do {
            line = output.readLine();
            if (line == null) {
                throw new IOException("The server did not start");
            }
            said.append(line).append('\n');
            Files.writeString(
                    log.toPath(),
                    line + "\n",
                    java.nio.file.StandardOpenOption.CREATE,
                    java.nio.file.StandardOpenOption.APPEND);
            if (told != null) {
                Files.writeString(
                        told,
                        line + "\n",
                        java.nio.file.StandardOpenOption.CREATE,
                        java.nio.file.StandardOpenOption.APPEND);
            }
        } while (!line.contains("Tutti is ready"));
        Thread.ofPlatform().daemon().start(() -> drain(output, told));
        return said.toString();
    }

    private static void drain(BufferedReader output, Path told) {
        try (java.io.Writer writer = told == null
                ? java.io.Writer.nullWriter()
                : Files.newBufferedWriter(told, java.nio.file.StandardOpenOption.APPEND)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                writer.append(line).append('\n').flush();
            }
        } catch (IOException ended) {
            // As we asked it to.
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Free for UDP and TCP alike: the relay takes both. */
    private static int freeMediaPort() throws IOException {
        int port = freePort();
        try (DatagramSocket socket = new DatagramSocket(port)) {
            return socket.getLocalPort();
        } catch (BindException takenForUdp) {
            return freeMediaPort();
        }
    }
}
