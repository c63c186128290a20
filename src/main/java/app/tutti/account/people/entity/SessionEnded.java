package app.tutti.account.people.entity;

/** Somebody signed out of one browser, or another person signed in there: what that session holds open is over. */
public record SessionEnded(SessionToken ticket) {}
