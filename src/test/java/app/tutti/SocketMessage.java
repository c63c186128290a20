package app.tutti;

import app.tutti.account.people.entity.Role;
import app.tutti.party.boundary.PartyMessages;
import app.tutti.party.entity.PartyRequest;
import app.tutti.room.Protocol;
import app.tutti.room.ProtocolViolation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What can be said on a socket, and who may say it.
 *
 * @param text the example that all tests share
 */
public record SocketMessage(String type, String text, Role needed) {
    public static final String PARTY = "/ws/party";

    private static final Path EXAMPLES = Path.of("src/test/resources/protocol/party");
    private static final Protocol<PartyRequest> PROTOCOL = new Protocol<>(PartyRequest.class);

    /** All that a party's socket takes. */
    public static List<SocketMessage> ofParties() {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            List<SocketMessage> messages = files.filter(file -> !file.toString().endsWith("-event.json"))
                    .sorted()
                    .flatMap(file -> read(file).stream())
                    .toList();
            if (messages.size() != leaves(PartyRequest.class).count()) {
                throw new AssertionError("not every message has an example: " + messages);
            }
            return messages;
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    @Override
    public String toString() {
        return type;
    }

    private static Optional<SocketMessage> read(Path file) {
        try {
            String text = Files.readString(file);
            PartyRequest request = PROTOCOL.decode(text).body();
            String name = request.getClass().getSimpleName();
            String type = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
            return Optional.of(new SocketMessage(type, text, PartyMessages.needed(request)));
        } catch (ProtocolViolation theServersOwn) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(SocketMessage::leaves)
                : Stream.of(type);
    }
}
