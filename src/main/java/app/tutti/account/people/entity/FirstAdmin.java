package app.tutti.account.people.entity;

/** Set-up is over: until now whoever was at the server's own machine got in as the household. */
public record FirstAdmin(PersonId person) {}
