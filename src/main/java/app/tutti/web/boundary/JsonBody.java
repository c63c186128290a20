package app.tutti.web.boundary;

import app.tutti.text.PlainText;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ClientErrorException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/**
 * A JSON object that was sent, read strictly. No page elsewhere can send this type without being asked first (CORS), so it
 * needs no token of a form.
 */
public final class JsonBody {
    /** Ten thousand ids and some. */
    private static final int LARGEST_BYTES = 512 << 10;

    private static final long MOST_DRAINED_BYTES = 8L << 20;

    private static final int TOO_LARGE = 413;
    private static final int MOST_DIGITS = 18;

    /** Browsers write at most some twenty for a number. */
    private static final int MOST_DIGITS_OF_REAL = 40;

    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    private final JsonObject object;

    private JsonBody(JsonObject object) {
        this.object = object;
    }

    public static JsonBody read(InputStream body) throws IOException {
        byte[] bytes = read(body, LARGEST_BYTES);
        try (JsonReader reader = READERS.createReader(new ByteArrayInputStream(bytes))) {
            return new JsonBody(reader.readObject());
        } catch (RuntimeException noObject) {
            // The parser has exceptions of its own for what is too deep, too long or ends too soon.
            throw new BadRequestException(noObject);
        }
    }

    public static byte[] read(InputStream body, int most) throws IOException {
        byte[] bytes = body.readNBytes(most + 1);
        if (bytes.length > most) {
            drain(body);
            throw new ClientErrorException(TOO_LARGE);
        }
        return bytes;
    }

    /** A connection that is closed while somebody still sends takes the answer with it; who sends for ever gets none. */
    private static void drain(InputStream body) throws IOException {
        long left = MOST_DRAINED_BYTES;
        long skipped = body.skip(left);
        while (skipped > 0 && left > skipped) {
            left -= skipped;
            skipped = body.skip(left);
        }
    }

    /** Well-formed: JSON's escapes may name half a character, which nothing that is stored or shown can have. */
    public String text(String name) {
        return object.get(name) instanceof JsonString text ? PlainText.wellFormed(text.getString()) : refuse(name);
    }

    public boolean flag(String name) {
        return switch (object.getOrDefault(name, JsonValue.NULL).getValueType()) {
            case TRUE -> true;
            case FALSE -> false;
            default -> refuse(name);
        };
    }

    public long number(String name) {
        return whole(object.get(name), name);
    }

    public double real(String name) {
        return object.get(name) instanceof JsonNumber number
                        && number.toString().length() <= MOST_DIGITS_OF_REAL
                ? number.doubleValue()
                : refuse(name);
    }

    public List<Long> numbers(String name) {
        if (object.get(name) instanceof JsonArray array) {
            return array.stream().map(value -> whole(value, name)).toList();
        }
        return refuse(name);
    }

    // Not 1e999999999, which as a whole number would fill the memory.
    private static long whole(JsonValue value, String name) {
        boolean fits =
                value instanceof JsonNumber number && number.toString().length() <= MOST_DIGITS && number.isIntegral();
        return fits ? ((JsonNumber) value).longValue() : JsonBody.<Long>refuse(name);
    }

    private static <T> T refuse(String name) {
        throw new BadRequestException("wrong or missing " + name);
    }
}
