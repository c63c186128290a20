package app.tutti.sfu;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Keeps what a transport says. */
final class FakeListener implements TransportListener {
    final BlockingQueue<Transport> connected = new LinkedBlockingQueue<>();
    final BlockingQueue<CloseReason> closed = new LinkedBlockingQueue<>();

    @Override
    public void connected(Transport transport) {
        connected.add(transport);
    }

    @Override
    public void closed(Transport transport, CloseReason reason) {
        closed.add(reason);
    }
}
