package app.tutti.account.membership.entity;

/** What a one-time link is good for. */
public enum LinkState {
    OPEN,
    USED,
    EXPIRED,
    REVOKED,
    UNKNOWN
}
