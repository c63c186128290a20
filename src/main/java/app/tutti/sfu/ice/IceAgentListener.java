package app.tutti.sfu.ice;

/** Hears from an {@link IceAgent}, on any of its threads. */
public interface IceAgentListener {
    /** A datagram that is not STUN, from an address that a check of ours has proved; the bytes are lent. */
    void received(byte[] bytes, int length);

    /** An authentic check came: the peer still wants what we send. */
    void consented();

    /** The peer has chosen a pair. */
    void nominated();
}
