package app.tutti.party.control;

import app.tutti.room.Refusal;

/** What a party says no to. The code chooses the words a person reads; the sentence is for other software. */
final class Refusals {
    private Refusals() {}

    static Refusal over() {
        return new Refusal("over", "This party is over.");
    }

    static Refusal full() {
        return new Refusal("full", "This server has no room for more.");
    }

    static Refusal unknown() {
        return new Refusal("unknown", "There is no such party.");
    }

    static Refusal notHost() {
        return new Refusal("notHost", "Only the host may do that.");
    }

    static Refusal alreadyHosting() {
        return new Refusal("alreadyHosting", "This connection already has a party.");
    }

    static Refusal notListener() {
        return new Refusal("notListener", "Join a party first.");
    }

    static Refusal unknownTransport() {
        return new Refusal("unknownTransport", "There is no such transport.");
    }

    static Refusal gone() {
        return new Refusal("gone", "This connection has ended.");
    }

    static Refusal sdp(String why) {
        return new Refusal("sdp", why);
    }
}
