package app.tutti.sfu;

/** A stream going out to one listener. Starts paused. */
public final class Consumer {
    private final Transport transport;
    private final String id;
    private final RtpSender sender;
    private volatile String answer;

    Consumer(Transport transport, String id, RtpSender sender) {
        this.transport = transport;
        this.id = id;
        this.sender = sender;
    }

    /** Cannot be guessed. */
    public String id() {
        return id;
    }

    /** The description to answer the latest offer with. */
    public String answer() {
        return answer;
    }

    /** Sends from the next packet on. */
    public void resume() {
        sender.paused(false);
    }

    /** Sends nothing until resumed; the listener does not count what it missed as lost. */
    public void pause() {
        sender.paused(true);
    }

    /** The share of packets lost on the way, from 0 to 1, as the listener reported last. */
    public double fractionLost() {
        return Math.max(0, sender.fractionLost()) / 256.0;
    }

    /** Closes it and its transport. */
    public void close() {
        transport.close();
    }

    RtpSender sender() {
        return sender;
    }

    void answer(String answer) {
        this.answer = answer;
    }
}
