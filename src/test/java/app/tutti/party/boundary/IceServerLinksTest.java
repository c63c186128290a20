package app.tutti.party.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.tutti.party.entity.PartyEvent.IceServer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IceServerLinksTest {
    @Test
    void everyServerIsALinkAndTurnHasItsPass() {
        List<IceServer> servers = List.of(
                new IceServer(List.of("stun:stun.example.org:3478"), Optional.empty(), Optional.empty()),
                new IceServer(
                        List.of("turn:turn.example.org?transport=udp"),
                        Optional.of("1767312000:tutti"),
                        Optional.of("cGFzcw==")));
        assertEquals(
                List.of(
                        "<stun:stun.example.org:3478>; rel=\"ice-server\"",
                        "<turn:turn.example.org?transport=udp>; rel=\"ice-server\"; username=\"1767312000:tutti\";"
                                + " credential=\"cGFzcw==\"; credential-type=\"password\""),
                IceServerLinks.of(servers));
    }
}
