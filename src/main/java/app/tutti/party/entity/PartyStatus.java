package app.tutti.party.entity;

import java.util.List;

/**
 * How the parties of a server are.
 *
 * @param role {@code host} or {@code listener}
 * @param live how many are on, the unlisted ones too
 * @param listeners of all of them
 * @param sessions those that everybody may find
 */
public record PartyStatus(boolean enabled, String role, int live, int listeners, List<PartyCard> sessions) {}
