package app.tutti.catalog.files.control;

import app.tutti.catalog.files.entity.AudioFormat;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** An ffmpeg that somebody has installed, started as a process of its own that makes way for everything else. */
public final class Ffmpeg {
    private static final int MOST_SAID = 400;

    private Ffmpeg() {}

    /** Asked once: who installs it later starts Tutti again. */
    private static final class Found {
        static final boolean IT = find("ffmpeg");
        static final boolean PROBE = find("ffprobe");
        static final List<String> NICE = find("nice") ? List.of("nice", "-n", "19") : List.of();

        private static boolean find(String program) {
            String path = System.getenv("PATH");
            return path != null
                    && Arrays.stream(path.split(File.pathSeparator))
                            .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
        }
    }

    public static boolean isThere() {
        return Found.IT;
    }

    /**
     * Runs it to its end; whoever interrupts ends it.
     *
     * @throws IOException when it could not do it in this time, with the beginning of what it said
     */
    public static void run(Duration patience, List<String> arguments) throws IOException, InterruptedException {
        run(
                "ffmpeg",
                patience,
                Stream.concat(Stream.of("-nostdin"), arguments.stream()).toList());
    }

    /** Whether what comes with it is there as well, to look into files. */
    public static boolean canProbe() {
        return Found.PROBE;
    }

    /** Has a file looked into, as {@link #run} has one made. */
    public static void probe(Duration patience, List<String> arguments) throws IOException, InterruptedException {
        run("ffprobe", patience, arguments);
    }

    private static void run(String program, Duration patience, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(Found.NICE);
        command.add(program);
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            process.getOutputStream().close();
            CompletableFuture<String> said = new CompletableFuture<>();
            Thread.ofVirtual().start(() -> said.complete(beginning(process)));
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException(program + " took longer than " + patience);
            }
            if (process.exitValue() != 0) {
                throw new IOException(program + " ended with " + process.exitValue() + ": " + said.join());
            }
        } finally {
            // It writes nothing any more when we go on to look at its file or to delete it.
            process.destroyForcibly().onExit().join();
        }
    }

    /** Reads all of it, or the process would wait for somebody who does. */
    private static String beginning(Process process) {
        try (InputStream output = process.getInputStream()) {
            String said = new String(output.readNBytes(MOST_SAID), StandardCharsets.UTF_8);
            output.transferTo(OutputStream.nullOutputStream());
            // It repeats what stands in files.
            return said.replaceAll("\\p{Cntrl}+", " ").strip();
        } catch (IOException ended) {
            return new UncheckedIOException(ended).getMessage();
        }
    }

    /** As ffmpeg calls what such a file is. */
    public static String container(AudioFormat format) {
        return switch (format) {
            case ALAC -> "mov";
            case AIFF -> "aiff";
            case WMA -> "asf";
            case AAC -> "aac";
            case MATROSKA, WEBM -> "matroska";
            case WAVPACK -> "wv";
            case WAVE64 -> "w64";
            case DSF -> "dsf";
            case DFF -> "iff";
            case MONKEYS_AUDIO -> "ape";
            case TRUE_AUDIO -> "tta";
            case MP3, FLAC, VORBIS, OPUS, OGG_FLAC, M4A, WAV ->
                throw new IllegalStateException(format + " is played as it is");
        };
    }
}
