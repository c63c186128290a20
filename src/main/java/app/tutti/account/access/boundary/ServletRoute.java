package app.tutti.account.access.boundary;

import app.tutti.account.people.entity.Role;

/** A bean of this kind brings a servlet's rule along, beside those in {@link ServletRoutes}. */
public interface ServletRoute {
    /** As the servlet's mapping has it. */
    String pattern();

    Role needed();
}
