package app.tutti.room;

import app.tutti.text.PlainText;
import app.tutti.text.TextRefused;
import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbException;
import java.io.StringReader;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * JSON messages of one room kind: {@code {"type": …, "requestId": …, …}} to records and back. A record's type is its
 * name with a small first letter. Strict: an unknown type, a missing field or a wrong value is a
 * {@link ProtocolViolation}; a text that a record does not take is a {@link Refusal}, because people write texts. Whatever
 * comes in or goes out can be written as UTF-8: JSON's escapes may name half a character, which no socket can send.
 */
public final class Protocol<R> {
    private static final Jsonb JSON = JsonbBuilder.create();

    /** Json's own methods look for a provider in every jar each time. */
    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    private static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());

    private static final int LONGEST_REQUEST_ID = 64;
    private static final int DEEPEST_CAUSE = 8;

    private final Map<String, Class<? extends R>> types = new HashMap<>();

    /** The requests that are records of {@code requests} or of the sealed interfaces it permits. */
    public Protocol(Class<R> requests) {
        collect(requests);
    }

    /** What a client asks, and the id that the answer repeats. */
    public record Request<R>(R body, Optional<String> requestId) {}

    /** @throws ProtocolViolation for what our own client would never send */
    public Request<R> decode(String raw) {
        JsonObject object = parse(raw);
        String text = raw;
        if (!isWellFormed(object)) {
            object = wellFormed(object);
            text = object.toString();
        }
        Optional<String> requestId = string(object, "requestId");
        if (requestId.filter(id -> id.length() > LONGEST_REQUEST_ID).isPresent()) {
            throw new ProtocolViolation("requestId is too long");
        }
        Class<? extends R> type = types.get(string(object, "type").orElse(""));
        if (type == null) {
            throw new ProtocolViolation("unknown type");
        }
        requireFields(type, object);
        try {
            return new Request<>(JSON.fromJson(text, type), requestId);
        } catch (JsonbException | IllegalArgumentException | NullPointerException wrong) {
            throw textRefused(wrong)
                    .<RuntimeException>map(refused -> new RequestRefused(requestId, refused))
                    .orElseGet(() -> new ProtocolViolation("wrong or missing field in " + name(type)));
        }
    }

    /** A request whose text is refused, answered like others that are refused. */
    public static final class RequestRefused extends Refusal {
        private final transient Optional<String> requestId;

        private RequestRefused(Optional<String> requestId, TextRefused text) {
            super(text.fault() == TextRefused.Fault.EMPTY ? "empty" : "tooLong", text.getMessage());
            this.requestId = requestId;
        }

        public Optional<String> requestId() {
            return requestId;
        }
    }

    /** JSON-B wraps what a record's constructor throws. */
    private static Optional<TextRefused> textRefused(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST_CAUSE)
                .filter(TextRefused.class::isInstance)
                .map(TextRefused.class::cast)
                .findFirst();
    }

    /** One message's text, for as many members as it goes to. */
    public static String encode(Record message, Optional<String> requestId) {
        JsonObjectBuilder object = BUILDERS.createObjectBuilder().add("type", name(message.getClass()));
        requestId.ifPresent(id -> object.add("requestId", id));
        try (JsonReader fields = READERS.createReader(new StringReader(JSON.toJson(message)))) {
            object.addAll(BUILDERS.createObjectBuilder(fields.readObject()));
        }
        return PlainText.wellFormed(object.build().toString());
    }

    /**
     * JSON-B's own {@code withCreatorParametersRequired} refuses a missing Optional too, and without it a missing
     * number is 0.
     */
    private static void requireFields(Class<?> type, JsonObject object) {
        for (RecordComponent component : type.getRecordComponents()) {
            JsonValue value = object.get(component.getName());
            boolean missing = value == null || value == JsonValue.NULL;
            if (missing && component.getType() != Optional.class) {
                throw new ProtocolViolation("missing " + component.getName());
            }
            Class<?> fieldType = content(component);
            if (!missing && !fits(fieldType, value)) {
                throw new ProtocolViolation("wrong " + component.getName());
            }
            if (!missing && fieldType.isRecord()) {
                requireFields(fieldType, value.asJsonObject());
            }
        }
    }

    /** JSON-B would take {@code "5"} for a number and 5 for a text. */
    private static boolean fits(Class<?> type, JsonValue value) {
        JsonValue.ValueType is = value.getValueType();
        if (type.isRecord()) {
            return is == JsonValue.ValueType.OBJECT;
        }
        if (type == Boolean.class || type == boolean.class) {
            return is == JsonValue.ValueType.TRUE || is == JsonValue.ValueType.FALSE;
        }
        return type == double.class ? is == JsonValue.ValueType.NUMBER : is == JsonValue.ValueType.STRING;
    }

    private static Class<?> content(RecordComponent component) {
        return component.getGenericType() instanceof ParameterizedType optional
                        && optional.getActualTypeArguments()[0] instanceof Class<?> content
                ? content
                : component.getType();
    }

    @SuppressWarnings("unchecked")
    private void collect(Class<?> type) {
        if (type.isRecord()) {
            types.put(name(type), (Class<? extends R>) type);
        } else {
            for (Class<?> permitted : type.getPermittedSubclasses()) {
                collect(permitted);
            }
        }
    }

    private static JsonObject parse(String text) {
        try (JsonReader reader = READERS.createReader(new StringReader(text))) {
            return reader.readObject();
        } catch (RuntimeException notAnObject) {
            // JsonException for what is no JSON; the parser has others for what is too deep.
            throw new ProtocolViolation("not a JSON object");
        }
    }

    /** No message has lists: what is in one goes nowhere. */
    private static boolean isWellFormed(JsonValue value) {
        return switch (value) {
            case JsonString string -> PlainText.isWellFormed(string.getString());
            case JsonObject object -> object.values().stream().allMatch(Protocol::isWellFormed);
            default -> true;
        };
    }

    private static JsonObject wellFormed(JsonObject object) {
        JsonObjectBuilder clean = BUILDERS.createObjectBuilder();
        object.forEach((name, value) -> {
            switch (value) {
                case JsonString string -> clean.add(name, PlainText.wellFormed(string.getString()));
                case JsonObject inner -> clean.add(name, wellFormed(inner));
                default -> clean.add(name, value);
            }
        });
        return clean.build();
    }

    private static Optional<String> string(JsonObject object, String field) {
        JsonValue value = object.get(field);
        return value instanceof JsonString string ? Optional.of(string.getString()) : Optional.empty();
    }

    private static String name(Class<?> type) {
        String name = type.getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
