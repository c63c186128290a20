package app.tutti.account.people.entity;

/** A person's role or sessions are not what they were: whoever holds something open for them asks again. */
public record PersonChanged(PersonId person) {}
