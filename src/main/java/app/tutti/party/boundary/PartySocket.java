package app.tutti.party.boundary;

import app.tutti.account.entity.Identity;
import app.tutti.clock.ServerClock;
import app.tutti.party.control.Parties;
import app.tutti.party.control.PartyConversation;
import app.tutti.party.control.PartySettings;
import app.tutti.party.entity.PartyEvent;
import app.tutti.party.entity.PartyRequest;
import app.tutti.room.Handshake;
import app.tutti.room.Member;
import app.tutti.room.Outbox;
import app.tutti.room.Protocol;
import app.tutti.room.Protocol.Request;
import app.tutti.room.ProtocolViolation;
import app.tutti.room.WebSocketWire;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;

/** {@code /ws/party}: hosts and listeners; docs/protocol.md has the messages. */
@ServerEndpoint(value = "/ws/party", configurator = Handshake.class)
public class PartySocket {
    private static final Protocol<PartyRequest> PROTOCOL = new Protocol<>(PartyRequest.class);
    private static final System.Logger LOG = System.getLogger(PartySocket.class.getName());
    private static final int LARGEST_MESSAGE = 64 * 1024;

    @Inject
    Parties parties;

    @Inject
    PartySettings settings;

    @Inject
    ServerClock clock;

    private Identity caller;
    private Member member;
    private PartyConversation conversation;

    @OnOpen
    public void open(Session session) {
        // Our page probes the clock every 20 seconds; browsers let a hidden page do so only once a minute.
        session.setMaxIdleTimeout(150_000);
        session.setMaxTextMessageBufferSize(LARGEST_MESSAGE);
        session.setMaxBinaryMessageBufferSize(1);
        caller = Handshake.identity(session);
        member = new Outbox(new WebSocketWire(session));
        conversation = new PartyConversation(
                member, parties, clock, () -> Handshake.invitation(session), Handshake.address(session));
        if (!settings.enabled()) {
            member.disconnect(CloseReason.CloseCodes.VIOLATED_POLICY.getCode(), "parties are off");
        }
    }

    @OnMessage(maxMessageSize = LARGEST_MESSAGE)
    public void message(String text) {
        if (!settings.enabled()) {
            return;
        }
        try {
            handle(PROTOCOL.decode(text));
        } catch (ProtocolViolation violation) {
            member.disconnect(CloseReason.CloseCodes.VIOLATED_POLICY.getCode(), violation.getMessage());
        } catch (RuntimeException ours) {
            LOG.log(System.Logger.Level.ERROR, "A party's message could not be handled", ours);
            member.disconnect(CloseReason.CloseCodes.UNEXPECTED_CONDITION.getCode(), "internal error");
        }
    }

    private void handle(Request<PartyRequest> request) {
        if (caller.role().includes(PartyMessages.needed(request.body()))) {
            conversation.handle(request);
        } else {
            member.answer(new PartyEvent.Error("forbidden", "Only people of this server may."), request.requestId());
        }
    }

    @OnClose
    public void close() {
        if (conversation != null) {
            conversation.closed();
        }
    }

    /** A connection that broke, or a message over the limit: everyday life, and {@link #close()} follows. */
    @OnError
    public void error(Throwable broken) {
        LOG.log(System.Logger.Level.DEBUG, "A party's socket broke", broken);
    }
}
