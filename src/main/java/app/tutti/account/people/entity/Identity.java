package app.tutti.account.people.entity;

/** Who somebody is to us. */
public sealed interface Identity {
    Role role();

    /** Anybody at all. */
    record Nobody() implements Identity {
        @Override
        public Role role() {
            return Role.ANONYMOUS;
        }
    }

    /** Who was asked in, without an account; and everybody at a server that only relays. */
    record Guest(String name) implements Identity {
        @Override
        public Role role() {
            return Role.GUEST;
        }
    }

    /** All who get in without an account: one shared person. */
    record Household() implements Identity {
        @Override
        public Role role() {
            return Role.MEMBER;
        }
    }

    /** A person who has signed in. */
    record SignedIn(PersonId id, String name, Role role) implements Identity {}
}
