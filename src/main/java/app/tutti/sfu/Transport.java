package app.tutti.sfu;

import app.tutti.sfu.dtls.DtlsListener;
import app.tutti.sfu.dtls.DtlsTransport;
import app.tutti.sfu.dtls.Fingerprint;
import app.tutti.sfu.ice.IceCredentials;
import app.tutti.sfu.ice.RemoteIce;
import app.tutti.sfu.net.Flow;
import app.tutti.sfu.sdp.SdpAnswer;
import app.tutti.sfu.sdp.SdpFragment;
import app.tutti.sfu.sdp.SdpOffer;
import app.tutti.sfu.sdp.SdpRefused;
import app.tutti.sfu.srtp.SrtpContext;
import app.tutti.sfu.srtp.SrtpKeys;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * One peer's ICE, DTLS and SRTP. It carries one producer or one consumer. Any thread may call it.
 */
public final class Transport {
    private final Sfu sfu;
    private final Router router;
    private final TransportListener listener;
    private final String id;
    private final Peer peer;
    private final SdpAnswer answers;
    private final OurIce ice;
    private final AtomicBoolean closed = new AtomicBoolean();
    private IceCredentials credentials;
    private String remoteUfrag;
    private Fingerprint fingerprint;
    private volatile DtlsTransport dtls;
    private volatile Producer producer;
    private volatile Consumer consumer;
    private final long madeMillis;
    private volatile long securedMillis;

    Transport(Sfu sfu, Router router, TransportListener listener) {
        this.sfu = sfu;
        this.router = router;
        this.listener = listener;
        id = sfu.unguessable();
        madeMillis = epochMillis();
        peer = new Peer(this, sfu.clock().nanos());
        answers = new SdpAnswer(sfu.random().nextLong(), sfu.fingerprint(), sfu.announced(), sfu.port());
        sfu.loop().add(peer);
        ice = OurIce.of(sfu, peer, answers);
    }

    /** Cannot be guessed. */
    public String id() {
        return id;
    }

    /**
     * Receives what the offer sends. Called again it negotiates anew, ICE restart included, and the same producer has
     * a new answer.
     *
     * @throws SdpRefused when the offer cannot be answered; nothing has changed then
     */
    public Producer produce(String sdpOffer) {
        return produce(sdpOffer, offer -> answers.receiving(offer, credentials, router.maxAverageBitrate()));
    }

    /**
     * The same, and asks for so much music in a packet.
     *
     * @param frameMillis 20, 40 or 60: fewer packets for many listeners. May differ from that of the offer before.
     */
    public Producer produce(String sdpOffer, int frameMillis) {
        return produce(
                sdpOffer, offer -> answers.receiving(offer, credentials, router.maxAverageBitrate(), frameMillis));
    }

    private synchronized Producer produce(String sdpOffer, Function<SdpOffer, String> answer) {
        requireOpen();
        if (consumer != null) {
            throw new IllegalStateException("This transport carries a consumer");
        }
        SdpOffer offer = SdpOffer.parse(sdpOffer).requireSending();
        negotiate(offer);
        if (producer == null) {
            beginProducing(offer);
        } else {
            sfu.loop().execute(() -> peer.receiver.agree(PayloadTypes.sentBy(offer), offer.nack()));
        }
        producer.answer(answer.apply(offer));
        return producer;
    }

    /**
     * Sends the router's stream to who made the offer, paused at first. Called again it negotiates anew, ICE restart
     * included, and the same consumer has a new answer.
     *
     * @throws SdpRefused when the offer cannot be answered; nothing has changed then
     */
    public synchronized Consumer consume(String sdpOffer) {
        requireOpen();
        if (producer != null) {
            throw new IllegalStateException("This transport carries a producer");
        }
        SdpOffer offer = SdpOffer.parse(sdpOffer).requireReceiving();
        negotiate(offer);
        if (consumer == null) {
            beginConsuming(PayloadTypes.takenBy(offer));
        } else {
            consumer.sender().payloadTypes(PayloadTypes.takenBy(offer));
        }
        StreamIdentity stream = router.stream().identity();
        consumer.answer(answers.sending(offer, credentials, stream.ssrc(), stream.cname()));
        return consumer;
    }

    /** Names the present ICE session: our fragment, another one after every restart. */
    public synchronized String iceSession() {
        requireNegotiated();
        return credentials.ufrag();
    }

    /**
     * Takes what the peer tells of its side in the middle of a session (RFC 8840). Its candidates are
     * for a full agent; a new fragment of its username is an ICE restart (RFC 8839 §4.4.1.1.1). What was agreed before
     * serves until the peer nominates with the new credentials.
     *
     * @return our new side of it to answer with, or nothing when there was no restart
     */
    public synchronized Optional<String> trickle(SdpFragment fragment) {
        requireOpen();
        requireNegotiated();
        if (!fragment.restarts(remoteUfrag)) {
            ice.add(fragment.candidates());
            return Optional.empty();
        }
        restart(fragment.ice());
        return Optional.of(answers.fragment(credentials));
    }

    /** What is known of it at present. */
    public TransportStats stats() {
        return new TransportPicture(peer, madeMillis, securedMillis).stats();
    }

    long framesIn() {
        RtpReceiver receiver = peer.receiver;
        return receiver == null ? 0 : receiver.frames();
    }

    /** Says goodbye to the peer and frees everything. */
    public void close() {
        close(CloseReason.CLOSED);
    }

    void close(CloseReason reason) {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        if (dtls != null) {
            dtls.close();
        }
        if (consumer != null) {
            consumer.sender().close();
        }
        sfu.loop().remove(peer);
        ice.close();
        forget();
        sfu.events().execute(() -> listener.closed(this, reason));
    }

    private long epochMillis() {
        return sfu.clock().epochNanos(sfu.clock().nanos()) / 1_000_000;
    }

    private void requireOpen() {
        if (closed.get()) {
            throw new IllegalStateException("This transport is closed");
        }
    }

    private void requireNegotiated() {
        if (credentials == null) {
            throw new IllegalStateException("This transport has not answered an offer yet");
        }
    }

    private void negotiate(SdpOffer offer) {
        if (fingerprint == null) {
            expect(offer);
        }
        if (!fingerprint.equals(offer.fingerprint())) {
            throw SdpRefused.unsupported("Another certificate needs a connection of its own.");
        }
        // RFC 8839 §4.4.1.1.1: a new fragment is an ICE restart, and our side gets a new one too.
        if (!offer.ufrag().equals(remoteUfrag)) {
            restart(offer.ice());
        }
    }

    private void restart(RemoteIce remote) {
        credentials = ice.restart(remote);
        remoteUfrag = remote.ufrag();
    }

    private void expect(SdpOffer offer) {
        fingerprint = offer.fingerprint();
        boolean begins = offer.awaitsHandshake();
        Handshake handshake = new Handshake(begins);
        DtlsTransport transport = begins
                ? sfu.dtls().connect(fingerprint, this::send, handshake)
                : sfu.dtls().accept(fingerprint, this::send, handshake);
        dtls = transport;
        sfu.loop().execute(() -> peer.dtls = transport);
    }

    private void beginProducing(SdpOffer offer) {
        producer = new Producer(this, sfu.unguessable());
        RtpReceiver receiver = new RtpReceiver(router.stream(), router.nextProducer());
        receiver.agree(PayloadTypes.sentBy(offer), offer.nack());
        sfu.loop().execute(() -> peer.carry(receiver));
        sfu.counters().producers.incrementAndGet();
    }

    void pauseProducing() {
        sfu.loop().execute(() -> peer.receiver.pause());
    }

    void resumeProducing() {
        sfu.loop().execute(() -> peer.receiver.resume(router.nextProducer()));
    }

    private void beginConsuming(PayloadTypes types) {
        RtpSender sender =
                new RtpSender(router.stream().identity(), types, sfu.random().nextInt(1 << 15));
        sfu.loop().execute(() -> peer.carry(sender));
        consumer = new Consumer(this, sfu.unguessable(), sender);
        router.consumerAdded();
        sfu.counters().consumers.incrementAndGet();
    }

    private void forget() {
        router.forget(this);
        sfu.counters().transports.decrementAndGet();
        if (producer != null) {
            sfu.counters().producers.decrementAndGet();
        }
        if (consumer == null) {
            return;
        }
        sfu.counters().consumers.decrementAndGet();
        router.consumerRemoved();
    }

    private void send(byte[] bytes, int offset, int length) {
        Flow flow = peer.flow();
        if (flow != null) {
            flow.send(bytes, offset, length);
        }
    }

    /** What the handshake brings, on a virtual thread. */
    private final class Handshake implements DtlsListener {
        private final boolean client;

        Handshake(boolean client) {
            this.client = client;
        }

        @Override
        public void secured(SrtpKeys keys) {
            sfu.counters().handshakesSucceeded.increment();
            securedMillis = epochMillis();
            SrtpContext inbound = new SrtpContext(client ? keys.server() : keys.client());
            SrtpContext outbound = new SrtpContext(client ? keys.client() : keys.server());
            if (consumer == null) {
                receive(inbound, outbound);
            } else {
                send(inbound, outbound);
            }
        }

        private void receive(SrtpContext inbound, SrtpContext outbound) {
            sfu.loop().execute(() -> {
                peer.inbound = inbound;
                peer.outbound = outbound;
                connected();
            });
        }

        private void send(SrtpContext inbound, SrtpContext outbound) {
            sfu.loop().execute(() -> peer.inbound = inbound);
            sfu.send(router.stream(), consumer.sender(), outbound, this::connected);
        }

        private void connected() {
            sfu.events().execute(() -> {
                if (!closed.get()) {
                    listener.connected(Transport.this);
                }
            });
        }

        @Override
        public void failed(Failure failure, String reason) {
            sfu.counters().handshakesFailed.increment();
            if (failure == Failure.TIMED_OUT) {
                sfu.counters().handshakesTimedOut.increment();
            } else if (failure == Failure.TURNED_AWAY) {
                sfu.counters().handshakesTurnedAway.increment();
            }
            Sfu.LOG.log(System.Logger.Level.DEBUG, "A DTLS handshake failed: {0}", reason);
            close(CloseReason.HANDSHAKE_FAILED);
        }

        @Override
        public void closed() {
            close(CloseReason.DTLS_CLOSED);
        }
    }
}
