package app.tutti.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.tutti.text.TextRefused;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public class ProtocolTest {
    public sealed interface Ask {
        record Seek(double to, Optional<String> note) implements Ask {
            public Seek {
                if (to < 0) {
                    throw new IllegalArgumentException("to");
                }
            }
        }

        record Enter(UUID room, Optional<Key> key) implements Ask {}

        record Key(String word) {}

        record Say(String text) implements Ask {
            public Say {
                if (text.isEmpty()) {
                    throw new TextRefused("text", TextRefused.Fault.EMPTY);
                }
            }
        }
    }

    public record Moved(double to, List<String> by, Optional<String> note) {}

    private final Protocol<Ask> protocol = new Protocol<>(Ask.class);

    @Test
    void aMessageBecomesItsRecord() {
        var request = protocol.decode("{\"type\":\"seek\",\"requestId\":\"4\",\"to\":2.5,\"note\":\"é\"}");
        assertEquals(new Ask.Seek(2.5, Optional.of("é")), request.body());
        assertEquals(Optional.of("4"), request.requestId());
    }

    @Test
    void whatIsOptionalMayBeMissing() {
        UUID room = UUID.randomUUID();
        assertEquals(
                new Ask.Enter(room, Optional.empty()),
                protocol.decode("{\"type\":\"enter\",\"room\":\"" + room + "\"}")
                        .body());
        assertEquals(
                new Ask.Enter(room, Optional.of(new Ask.Key("x"))),
                protocol.decode("{\"type\":\"enter\",\"room\":\"" + room + "\",\"key\":{\"word\":\"x\"}}")
                        .body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"type\":\"nothing\",\"to\":1}",
                "{\"type\":\"seek\"}",
                "{\"type\":\"seek\",\"to\":null}",
                "{\"type\":\"seek\",\"to\":-1}",
                "{\"type\":\"seek\",\"to\":{}}",
                "{\"type\":\"enter\",\"room\":\"not one\"}",
                "{\"type\":\"enter\",\"room\":null}",
                "{\"type\":\"enter\",\"room\":\"6d1f4f0e-6f3e-4c3c-9d7a-1f2a3b4c5d6e\",\"key\":{}}",
                "{\"type\":7}",
                "{\"type\":\"seek\",\"to\":\"5\"}",
                "{\"type\":\"seek\",\"to\":1,\"note\":5}",
                "{\"type\":\"enter\",\"room\":\"6d1f4f0e-6f3e-4c3c-9d7a-1f2a3b4c5d6e\",\"key\":\"x\"}",
            })
    void whatIsNotAMessageIsAViolation(String text) {
        assertThrows(ProtocolViolation.class, () -> protocol.decode(text));
    }

    @Test
    void whatIsTooDeepOrTooLongIsAViolationToo() {
        assertThrows(ProtocolViolation.class, () -> protocol.decode("{\"type\":" + "[".repeat(5000)));
        assertThrows(
                ProtocolViolation.class,
                () -> protocol.decode("{\"type\":\"seek\",\"to\":1,\"requestId\":\"" + "x".repeat(65) + "\"}"));
    }

    @Test
    void halfACharacterGoesNowhere() {
        String half = "\\ud83d";
        var request = protocol.decode(
                "{\"type\":\"seek\",\"to\":2,\"note\":\"A" + half + "\",\"requestId\":\"" + half + "\"}");
        assertEquals(new Ask.Seek(2, Optional.of("A\uFFFD")), request.body());
        assertEquals(Optional.of("\uFFFD"), request.requestId());
        var inner = protocol.decode("{\"type\":\"enter\",\"room\":\"6d1f4f0e-6f3e-4c3c-9d7a-1f2a3b4c5d6e\","
                + "\"key\":{\"word\":\"" + half + "\"}}");
        assertEquals(Optional.of(new Ask.Key("\uFFFD")), ((Ask.Enter) inner.body()).key());
        assertEquals(
                "{\"type\":\"moved\",\"by\":[\"\uFFFD\"],\"to\":1.0}",
                Protocol.encode(new Moved(1, List.of("\uD83D"), Optional.empty()), Optional.empty()));
    }

    @Test
    void aTextThatIsNotTakenIsARefusalWithItsRequestsId() {
        var refused = assertThrows(
                Protocol.RequestRefused.class,
                () -> protocol.decode("{\"type\":\"say\",\"requestId\":\"4\",\"text\":\"\"}"));
        assertEquals("empty", refused.code());
        assertEquals(Optional.of("4"), refused.requestId());
    }

    @Test
    void anAnswerRepeatsTheRequestId() {
        assertEquals(
                "{\"type\":\"moved\",\"requestId\":\"9\",\"by\":[\"a\"],\"to\":1.5}",
                Protocol.encode(new Moved(1.5, List.of("a"), Optional.empty()), Optional.of("9")));
    }
}
