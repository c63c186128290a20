package app.tutti.party.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.tutti.room.Protocol;
import app.tutti.room.ProtocolViolation;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.bind.JsonbBuilder;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples that the JavaScript tests read too. */
class PartyProtocolTest {
    private static final Path EXAMPLES = Path.of("src/test/resources/protocol/party");

    private final Protocol<PartyRequest> protocol = new Protocol<>(PartyRequest.class);

    static Stream<Class<?>> requests() {
        return records(PartyRequest.class);
    }

    static Stream<Class<?>> events() {
        return records(PartyEvent.class);
    }

    @ParameterizedTest
    @MethodSource("requests")
    void everyRequestIsReadAsItsExampleSays(Class<?> type) throws IOException {
        String example = example(type);
        var request = protocol.decode(example);
        assertEquals(type, request.body().getClass());
        assertEquals(json(example), json(Protocol.encode((Record) request.body(), request.requestId())));
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyEventIsWrittenAsItsExampleSays(Class<?> type) throws Exception {
        String example = example(type);
        try (var jsonb = JsonbBuilder.create()) {
            Record event = (Record) jsonb.fromJson(example, type);
            Optional<String> requestId = Optional.ofNullable(json(example).getString("requestId", null));
            assertEquals(json(example), json(Protocol.encode(event, requestId)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"position\",\"positionSec\":-1,\"durationSec\":1}",
                "{\"type\":\"position\",\"positionSec\":1e300,\"durationSec\":1}",
                "{\"type\":\"join\",\"sessionId\":\"../../etc\"}",
                "{\"type\":\"reaction\",\"kind\":\"spit\"}",
                "{\"type\":\"requestTrack\",\"trackId\":\"1 or 1\"}",
                "{\"type\":\"allow\",\"chat\":\"true\",\"requests\":true}",
                "{\"type\":\"nowPlaying\",\"track\":{\"id\":\"1\",\"title\":\"t\",\"artist\":\"a\",\"release\":\"r\","
                        + "\"coverUrl\":\"https://elsewhere.example/x.png\",\"durationSec\":1}}",
                "{\"type\":\"nowPlaying\",\"track\":{\"id\":\"1\",\"title\":\"t\",\"artist\":\"a\",\"release\":\"r\","
                        + "\"coverUrl\":\"/api/party/../../people/covers/x.jpg\",\"durationSec\":1}}",
            })
    void whatOurPageWouldNeverSendIsAViolation(String text) {
        assertThrows(ProtocolViolation.class, () -> protocol.decode(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"chat\",\"text\":\" \\t \"}",
                "{\"type\":\"chat\",\"text\":\"%s\"}",
                "{\"type\":\"introduce\",\"name\":\"%s\"}",
                "{\"type\":\"createSession\",\"name\":\"%s\"}",
                "{\"type\":\"createSession\",\"password\":\"%s\"}",
                "{\"type\":\"join\",\"sessionId\":\"6d1f4f0e-6f3e-4c3c-9d7a-1f2a3b4c5d6e\",\"name\":\"%s\"}",
                "{\"type\":\"nowPlaying\",\"track\":{\"id\":\"1\",\"title\":\"%s\",\"artist\":\"a\","
                        + "\"release\":\"r\",\"durationSec\":1}}",
            })
    void aTextThatIsEmptyOrTooLongIsRefusedAndNobodyIsSentAway(String text) {
        assertThrows(Protocol.RequestRefused.class, () -> protocol.decode(text.formatted("x".repeat(10_000))));
    }

    @Test
    void whatIsPastedIsALine() {
        var chat = (PartyRequest.Chat) protocol.decode("{\"type\":\"chat\",\"text\":\"one\\ttwo\\u000bthree\\u0000\"}")
                .body();
        assertEquals("one two three", chat.text());
        var name = (ListenerRequest.Introduce) protocol.decode("{\"type\":\"introduce\",\"name\":\" Ann\\tB.\\n\"}")
                .body();
        assertEquals("Ann B.", name.name());
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Stream.of(type.getPermittedSubclasses()).flatMap(PartyProtocolTest::records);
    }

    private static String example(Class<?> type) throws IOException {
        String name = Character.toLowerCase(type.getSimpleName().charAt(0))
                + type.getSimpleName().substring(1);
        // What is called the same in both directions.
        Path event = EXAMPLES.resolve(name + "-event.json");
        boolean isEvent = PartyEvent.class.isAssignableFrom(type) && Files.exists(event);
        return Files.readString(isEvent ? event : EXAMPLES.resolve(name + ".json"));
    }

    private static JsonObject json(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
