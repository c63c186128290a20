package app.tutti.catalog.federation.boundary;

import app.tutti.catalog.federation.entity.PushedBatch;
import app.tutti.catalog.federation.entity.PushedText;
import app.tutti.catalog.federation.entity.PushedTrack;
import app.tutti.catalog.files.entity.AudioFormat;
import app.tutti.catalog.tags.entity.Credit;
import app.tutti.catalog.tags.entity.Loudness;
import app.tutti.catalog.tags.entity.Sound;
import app.tutti.catalog.tags.entity.TrackTags;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.JsonValue.ValueType;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What a home server sends, read strictly: it has the key, and may be broken into all the same. */
public record PushJson(JsonObject object) {
    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());
    private static final int MOST_ARTISTS = 32;
    private static final int MOST_GENRES = 16;
    private static final int MOST_DIGITS = 18;
    private static final float LOUDEST = 64;

    /** @throws IllegalArgumentException for what is no piece of a catalogue */
    static PushedBatch batch(byte[] body, UUID home, Instant now) {
        try (JsonReader reader = READERS.createReader(new ByteArrayInputStream(body))) {
            PushJson batch = new PushJson(reader.readObject());
            JsonArray tracks = batch.array("tracks", PushedBatch.MOST_TRACKS);
            return new PushedBatch(
                    batch.number("from"),
                    batch.flag("last"),
                    batch.string("coversAfter"),
                    tracks.stream()
                            .map(track -> new PushJson(track.asJsonObject()).track(home, now))
                            .toList(),
                    batch.array("gone", PushedBatch.MOST_GONE).stream()
                            .map(PushJson::whole)
                            .toList());
        } catch (RuntimeException wrong) {
            // The parser has exceptions of its own for what is too deep or ends too soon.
            throw wrong instanceof IllegalArgumentException
                    ? wrong
                    : new IllegalArgumentException("no such JSON", wrong);
        }
    }

    private PushedTrack track(UUID home, Instant now) {
        Instant added = Instant.ofEpochMilli(number("added"));
        return PushedTrack.of(
                home,
                number("id"),
                string("releaseKey"),
                new Sound(
                        AudioFormat.valueOf(string("format")),
                        number("duration"),
                        integer("bitrate"),
                        integer("sampleRate"),
                        integer("channels")),
                tags(),
                optional("cover"),
                added.isAfter(now) ? now : added);
    }

    private TrackTags tags() {
        Optional<String> releaseArtist = optional("releaseArtist");
        return new TrackTags(
                text("title"),
                new Credit(text("artist"), texts("artists", 1, MOST_ARTISTS), List.of()),
                text("release"),
                releaseArtist
                        .map(name -> new Credit(
                                text("releaseCredit"), List.of(PushedText.of("releaseArtist", name)), List.of()))
                        .orElse(Credit.NONE),
                flag("compilation"),
                integer("disc"),
                integer("number"),
                integer("year"),
                texts("genres", 0, MOST_GENRES),
                new Loudness(real("gain"), real("peak"), real("releaseGain"), real("releasePeak")),
                null,
                optional("recordingId").map(UUID::fromString).orElse(null),
                optional("musicbrainz").map(UUID::fromString).orElse(null),
                "");
    }

    private String text(String name) {
        return PushedText.of(name, string(name));
    }

    private List<String> texts(String name, int least, int most) {
        List<String> texts = array(name, most).stream()
                .map(value -> PushedText.of(name, ((JsonString) value).getString()))
                .toList();
        return texts.size() < least ? refuse(name) : texts;
    }

    private String string(String name) {
        return optional(name).orElseGet(() -> refuse(name));
    }

    private Optional<String> optional(String name) {
        return isMissing(name) ? Optional.empty() : Optional.of(((JsonString) object.get(name)).getString());
    }

    private JsonArray array(String name, int most) {
        return object.get(name) instanceof JsonArray array && array.size() <= most ? array : refuse(name);
    }

    private boolean flag(String name) {
        ValueType type = object.getOrDefault(name, JsonValue.NULL).getValueType();
        return type == ValueType.TRUE || (type == ValueType.FALSE ? false : PushJson.<Boolean>refuse(name));
    }

    private long number(String name) {
        return whole(object.getOrDefault(name, JsonValue.NULL));
    }

    /** Null when it is not known. */
    private Integer integer(String name) {
        return isMissing(name) ? null : Integer.valueOf(Math.toIntExact(number(name)));
    }

    /** Null when it is not known. */
    private Float real(String name) {
        if (isMissing(name)) {
            return null;
        }
        float value = (float) ((JsonNumber) object.get(name)).doubleValue();
        return Math.abs(value) <= LOUDEST ? Float.valueOf(value) : refuse(name);
    }

    private boolean isMissing(String name) {
        return object.getOrDefault(name, JsonValue.NULL) == JsonValue.NULL;
    }

    // Not 1e999999999, which as a whole number would fill the memory.
    private static long whole(JsonValue value) {
        boolean fits = value instanceof JsonNumber number
                && number.toString().length() <= MOST_DIGITS
                && number.isIntegral()
                && number.longValue() >= 0;
        return fits ? ((JsonNumber) value).longValue() : PushJson.<Long>refuse("number");
    }

    private static <T> T refuse(String name) {
        throw new IllegalArgumentException("wrong or missing " + name);
    }
}
