package app.tutti.catalog.audio.control;

import app.tutti.catalog.files.control.Ffmpeg;
import app.tutti.catalog.files.entity.AudioFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What ffmpeg is asked, to make one file into another that browsers play. */
public record Conversion(Path source, AudioFormat from, Path place) {
    /** Ten hours of a talk take less than two minutes. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final String MOST_MEMORY_AT_ONCE = String.valueOf(256 << 20);

    public void run(ConvertedFiles files) throws IOException, InterruptedException {
        Path unfinished = files.unfinished();
        try {
            Ffmpeg.run(PATIENCE, arguments(unfinished, files.mostBytes()));
            files.keep(unfinished, place);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private List<String> arguments(Path to, long mostBytes) {
        List<String> arguments = new ArrayList<>(List.of("-v", "error", "-max_alloc", MOST_MEMORY_AT_ONCE));
        // Only what the scan has found it to be, and only from there: a playlist would name other files, or the
        // network.
        arguments.addAll(List.of("-protocol_whitelist", "file", "-f", Ffmpeg.container(from), "-threads", "1"));
        arguments.addAll(List.of("-i", "file:" + source, "-map", "0:a:0", "-vn", "-map_metadata", "-1"));
        arguments.addAll(List.of("-map_chapters", "-1", "-fflags", "+bitexact", "-flags:a", "+bitexact"));
        arguments.addAll(encoder());
        arguments.addAll(List.of("-threads", "1", "-fs", String.valueOf(mostBytes), "-y", "file:" + to));
        return arguments;
    }

    private List<String> encoder() {
        return switch (from.played()) {
            case FLAC ->
                from == AudioFormat.DSF || from == AudioFormat.DFF
                        // One bit at 2.8 MHz and more becomes what people hear of it.
                        ? List.of("-ar", "88200", "-sample_fmt", "s32", "-c:a", "flac", "-f", "flac")
                        : List.of("-c:a", "flac", "-f", "flac");
            case M4A -> List.of("-c:a", "copy", "-movflags", "+faststart", "-f", "ipod");
            case MP3 -> List.of("-c:a", "libmp3lame", "-q:a", "0", "-f", "mp3");
            default -> throw new IllegalStateException("nothing is made into " + from.played());
        };
    }
}
