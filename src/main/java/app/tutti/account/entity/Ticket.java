package app.tutti.account.entity;

import java.io.Serializable;

/** What a session keeps: whose it is, and since which sign-out of theirs. */
public record Ticket(PersonId person, int generation) implements Serializable {}
