package app.tutti.party.boundary;

import app.tutti.account.access.control.HostTickets;
import app.tutti.account.access.control.OpenConnections;
import app.tutti.account.access.entity.Ending;
import app.tutti.clock.ServerClock;
import app.tutti.party.control.HostPass;
import app.tutti.party.control.Parties;
import app.tutti.party.control.PartyConversation;
import app.tutti.party.control.PartySettings;
import app.tutti.party.entity.PartyEvent;
import app.tutti.party.entity.PartyRequest;
import app.tutti.room.Handshake;
import app.tutti.room.Member;
import app.tutti.room.Outbox;
import app.tutti.room.PartyOrigins;
import app.tutti.room.Protocol;
import app.tutti.room.Protocol.Request;
import app.tutti.room.ProtocolViolation;
import app.tutti.room.Pulse;
import app.tutti.room.Refusal;
import app.tutti.room.SignedOut;
import app.tutti.room.WebSocketWire;
import app.tutti.room.Wire;
import app.tutti.web.entity.PublicAddress;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.time.Instant;
import java.util.Optional;

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

    @Inject
    OpenConnections heldOpen;

    @Inject
    Pulse pulse;

    @Inject
    HostTickets tickets;

    @Inject
    PartyOrigins homes;

    private HostPass pass;
    private Member member;
    private PartyConversation conversation;
    private OpenConnections.Hold hold;
    private Pulse.Watch watch;

    @OnOpen
    public void open(Session session) {
        session.setMaxTextMessageBufferSize(LARGEST_MESSAGE);
        session.setMaxBinaryMessageBufferSize(1);
        Wire wire = new WebSocketWire(session);
        member = new Outbox(wire);
        if (!settings.enabled()) {
            member.disconnect(CloseReason.CloseCodes.VIOLATED_POLICY.getCode(), "parties are off");
            return;
        }
        pass = new HostPass(tickets, homes, Handshake.identity(session).role(), Handshake.origin(session));
        conversation =
                new PartyConversation(member, parties, clock, () -> invitation(session), Handshake.address(session));
        watch = pulse.watch(wire, this::lost);
        hold = heldOpen.hold(Handshake.claim(session), this::ended);
    }

    /** How others get here. */
    PublicAddress invitation(Session session) {
        return Handshake.invitation(session);
    }

    /** The close may never get through, and the party must not wait for it. */
    private void lost() {
        member.disconnect(CloseReason.CloseCodes.GOING_AWAY.getCode(), "nobody there");
        conversation.closed();
    }

    private void ended(Ending why) {
        new SignedOut(member).accept(why);
        if (why == Ending.SIGNED_OUT) {
            conversation.signedOut();
        }
    }

    @OnMessage(maxMessageSize = LARGEST_MESSAGE)
    public void message(String text) {
        if (!settings.enabled()) {
            return;
        }
        watch.heard();
        try {
            handle(PROTOCOL.decode(text));
        } catch (Protocol.RequestRefused refused) {
            refuse(refused.requestId(), refused);
        } catch (ProtocolViolation violation) {
            member.disconnect(CloseReason.CloseCodes.VIOLATED_POLICY.getCode(), violation.getMessage());
        } catch (RuntimeException ours) {
            LOG.log(System.Logger.Level.ERROR, "A party's message could not be handled", ours);
            member.disconnect(CloseReason.CloseCodes.UNEXPECTED_CONDITION.getCode(), "internal error");
        }
    }

    @OnMessage
    public void pong(PongMessage answer) {
        if (watch != null) {
            watch.heard();
        }
    }

    private void handle(Request<PartyRequest> request) {
        try {
            if (pass.role(request.body(), Instant.now()).includes(PartyMessages.needed(request.body()))) {
                conversation.handle(request);
            } else {
                refuse(request.requestId(), new Refusal("forbidden", "Only people of this server may."));
            }
        } catch (Refusal refusal) {
            refuse(request.requestId(), refusal);
        }
    }

    private void refuse(Optional<String> requestId, Refusal refusal) {
        member.answer(new PartyEvent.Error(refusal.code(), refusal.getMessage()), requestId);
    }

    @OnClose
    public void close() {
        if (watch != null) {
            watch.close();
        }
        if (hold != null) {
            hold.close();
        }
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
