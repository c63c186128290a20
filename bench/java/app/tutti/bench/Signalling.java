package app.tutti.bench;

/** How a peer's offer gets its answer. */
interface Signalling {
    /** Offers to send. Returns the answer. */
    String publish(String offer);

    /** Offers to receive. Returns the answer. */
    String listen(String offer);
}
