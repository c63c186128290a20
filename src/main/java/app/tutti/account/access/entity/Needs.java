package app.tutti.account.access.entity;

import app.tutti.account.people.entity.Role;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The least that somebody must be to go here; at a method it stands before what its class says. Not
 * {@code RolesAllowed}, for which the server has a filter of its own that knows neither a household nor where to sign
 * in: see docs/decisions/020-roles-by-our-own-filter.md.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {
    Role value();
}
