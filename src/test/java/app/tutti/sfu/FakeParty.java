package app.tutti.sfu;

import app.tutti.sfu.srtp.SrtpProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A router with real peers over loopback. */
final class FakeParty implements AutoCloseable {
    final Router router;
    final List<Consumer> consumers = new ArrayList<>();

    private final Sfu sfu;
    private final List<FakePeer> peers = new ArrayList<>();

    FakeParty(Sfu sfu) {
        this.sfu = sfu;
        router = sfu.createRouter();
    }

    /** One that sends packets again when it is asked to. */
    FakePeer host() throws Exception {
        return host(peer -> peer.offerWith("sendonly", "rtcp-fb:109 nack"));
    }

    FakePeer host(Function<FakePeer, String> offer) throws Exception {
        FakeListener events = new FakeListener();
        Transport transport = router.createTransport(events);
        FakePeer host = peer();
        host.connect(transport.produce(offer.apply(host)).answer());
        FakePeer.await(events.connected);
        return host;
    }

    FakePeer listen(SrtpProfile... profiles) throws Exception {
        return listen(peer -> peer.offer("recvonly"), profiles);
    }

    FakePeer listen(Function<FakePeer, String> offer, SrtpProfile... profiles) throws Exception {
        FakeListener events = new FakeListener();
        Transport transport = router.createTransport(events);
        FakePeer listener = peer(profiles);
        Consumer consumer = transport.consume(offer.apply(listener));
        consumers.add(consumer);
        listener.connect(consumer.answer());
        FakePeer.await(events.connected);
        consumer.resume();
        return listener;
    }

    FakePeer peer(SrtpProfile... profiles) {
        FakePeer peer = new FakePeer(sfu.port(), profiles);
        peers.add(peer);
        return peer;
    }

    @Override
    public void close() {
        peers.forEach(FakePeer::close);
    }
}
