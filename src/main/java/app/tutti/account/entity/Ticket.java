package app.tutti.account.entity;

import java.io.Serializable;

/** What a session keeps: whose it is, since which sign-out of theirs, and the selector of the device it was begun with. */
public record Ticket(PersonId person, int generation, String device) implements Serializable {}
