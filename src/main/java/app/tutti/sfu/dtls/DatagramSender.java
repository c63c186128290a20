package app.tutti.sfu.dtls;

/** Sends a datagram to wherever the peer is at present. */
public interface DatagramSender {
    void send(byte[] bytes, int offset, int length);
}
