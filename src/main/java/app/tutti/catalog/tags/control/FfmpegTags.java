package app.tutti.catalog.tags.control;

import app.tutti.catalog.files.control.Ffmpeg;
import app.tutti.catalog.files.control.FileRefused;
import app.tutti.catalog.files.control.RefusalReason;
import app.tutti.catalog.files.entity.AudioFormat;
import app.tutti.catalog.tags.entity.Sound;
import app.tutti.catalog.tags.entity.TrackTags;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Has an installed ffmpeg look into the kinds of file that no library here knows. */
public final class FfmpegTags {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String SEVERAL = ";";

    private FfmpegTags() {}

    static AudioTags read(Path file, AudioFormat format) throws Exception {
        if (!Ffmpeg.isThere() || !Ffmpeg.canProbe()) {
            throw new FileRefused(RefusalReason.NEEDS_FFMPEG);
        }
        JsonObject told = told(file, format);
        JsonObject sound = null;
        for (JsonObject stream : told.getJsonArray("streams").getValuesAs(JsonObject.class)) {
            if (isFilm(stream)) {
                throw new FileRefused(RefusalReason.FILM);
            }
            sound = sound == null && stream.getString("codec_type", "").equals("audio") ? stream : sound;
        }
        if (sound == null) {
            throw new FileRefused(RefusalReason.DAMAGED);
        }
        TagFields tags = tags(told.getJsonObject("format"), sound);
        return new AudioTags(sound(file, format, told.getJsonObject("format"), sound), TrackTags.of(tags::all));
    }

    private static JsonObject told(Path file, AudioFormat format) throws IOException, InterruptedException {
        Path answer = Files.createTempFile("tutti-probe", ".json");
        try {
            Ffmpeg.probe(
                    PATIENCE,
                    List.of(
                            "-v",
                            "error",
                            "-protocol_whitelist",
                            "file",
                            "-f",
                            Ffmpeg.container(format),
                            "-show_format",
                            "-show_streams",
                            "-print_format",
                            "json",
                            "-o",
                            answer.toString(),
                            "file:" + file));
            try (JsonReader reader = Json.createReader(Files.newInputStream(answer))) {
                return reader.readObject();
            }
        } finally {
            Files.deleteIfExists(answer);
        }
    }

    /** A cover is a stream of pictures as well. */
    private static boolean isFilm(JsonObject stream) {
        JsonObject disposition = stream.getJsonObject("disposition");
        return stream.getString("codec_type", "").equals("video")
                && (disposition == null || disposition.getInt("attached_pic", 0) == 0);
    }

    /** What is said of the sound alone is said of a file with nothing else. */
    private static TagFields tags(JsonObject... places) {
        TagFields tags = new TagFields();
        for (JsonObject place : places) {
            if (tags.isEmpty() && place.containsKey("tags")) {
                place.getJsonObject("tags")
                        .forEach((name, value) ->
                                tags.add(name, ((JsonString) value).getString().split(SEVERAL)));
            }
        }
        return tags;
    }

    private static Sound sound(Path file, AudioFormat format, JsonObject whole, JsonObject stream) throws IOException {
        long length = format == AudioFormat.AAC
                ? AacLength.milliseconds(file)
                : (long) (1000 * number(whole.getString("duration", stream.getString("duration", "0"))));
        return new Sound(
                        format,
                        0,
                        null,
                        (int) number(stream.getString("sample_rate", "0")),
                        stream.getInt("channels", 0))
                .lasting(length, Files.size(file));
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException none) {
            return 0;
        }
    }
}
