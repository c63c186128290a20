package app.tutti.sfu;

/** A stream coming in. */
public final class Producer {
    private final Transport transport;
    private final String id;
    private volatile String answer;

    Producer(Transport transport, String id) {
        this.transport = transport;
        this.id = id;
    }

    /** Cannot be guessed. */
    public String id() {
        return id;
    }

    /** The description to answer the latest offer with. */
    public String answer() {
        return answer;
    }

    /** Is not heard until resumed, but goes on being received. */
    public void pause() {
        transport.pauseProducing();
    }

    /** Is heard as soon as it sends, in place of whichever producer was until then. */
    public void resume() {
        transport.resumeProducing();
    }

    /** How many packets with music have come in, heard or not, as of a moment ago. */
    public long framesIn() {
        return transport.framesIn();
    }

    /** Closes it and its transport. Consumers stay, and hear the next producer. */
    public void close() {
        transport.close();
    }

    void answer(String answer) {
        this.answer = answer;
    }
}
