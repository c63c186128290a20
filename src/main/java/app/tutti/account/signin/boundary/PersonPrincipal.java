package app.tutti.account.signin.boundary;

import app.tutti.account.people.entity.PersonState;
import jakarta.security.enterprise.CallerPrincipal;

/** A person as Jakarta Security knows callers. */
public class PersonPrincipal extends CallerPrincipal {
    private final transient PersonState standing;

    PersonPrincipal(PersonState standing) {
        super(standing.identity().id().toString());
        this.standing = standing;
    }

    PersonState standing() {
        return standing;
    }
}
