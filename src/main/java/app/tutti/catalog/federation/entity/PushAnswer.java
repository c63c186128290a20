package app.tutti.catalog.federation.entity;

import java.util.List;

/**
 * What a public server says to a piece.
 *
 * @param taken whether it was; if not, another one is expected
 * @param cursor how many it has taken now
 * @param covers hashes of some that it lacks; told with the last piece only
 */
public record PushAnswer(boolean taken, long cursor, List<String> covers) {}
