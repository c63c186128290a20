package app.tutti.party.control;

import app.tutti.account.access.entity.TicketRefused;
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

    static Refusal ticketMissing() {
        return new Refusal("ticketMissing", "A home server's page shows a ticket of that server's.");
    }

    /** From a page that is not one of those that may host here. */
    static Refusal ticketOrigin() {
        return new Refusal("ticketOrigin", "The ticket is not for the page that shows it.");
    }

    static Refusal ticket(TicketRefused refused) {
        return switch (refused.fault()) {
            case NO_KEY -> new Refusal("forbidden", refused.getMessage());
            case FORGED -> new Refusal("ticketForged", refused.getMessage());
            case EXPIRED -> new Refusal("ticketExpired", refused.getMessage());
            case MISUSED -> ticketOrigin();
            case USED -> new Refusal("ticketUsed", refused.getMessage());
            case TOO_MANY -> new Refusal("tooMany", refused.getMessage());
        };
    }

    static Refusal password() {
        return new Refusal("password", "This party asks for a password.");
    }

    static Refusal wrongPassword() {
        return new Refusal("wrongPassword", "This is not the party's password.");
    }

    static Refusal notAllowed() {
        return new Refusal("notAllowed", "The host has turned that off.");
    }

    static Refusal tooMany() {
        return new Refusal("tooMany", "Not so many in so short a time.");
    }

    static Refusal unknownTrack() {
        return new Refusal("unknownTrack", "There is no such track.");
    }

    static Refusal sdp(String why) {
        return new Refusal("sdp", why);
    }
}
