package app.tutti.account.people.entity;

import java.io.Serializable;
import java.util.UUID;

/**
 * What a session keeps: whose it is, and since which sign-out of theirs.
 *
 * @param session tells one session of a person from the others; no secret, unlike the session's own id
 * @param device the selector of the device it was begun with
 */
public record SessionToken(PersonId person, int generation, UUID session, String device) implements Serializable {}
