package app.tutti.account.boundary;

import app.tutti.account.entity.Standing;
import jakarta.security.enterprise.CallerPrincipal;

/** A person as Jakarta Security knows callers. */
class PersonPrincipal extends CallerPrincipal {
    private final transient Standing standing;

    PersonPrincipal(Standing standing) {
        super(standing.identity().id().toString());
        this.standing = standing;
    }

    Standing standing() {
        return standing;
    }
}
