package app.tutti.account;

import app.tutti.account.access.control.Caller;
import app.tutti.account.access.entity.Needs;
import app.tutti.account.people.control.PersonCache;
import app.tutti.account.people.entity.PersonName;
import app.tutti.account.people.entity.Role;
import app.tutti.account.signin.control.Accounts;
import app.tutti.account.signin.control.Passwords;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.util.stream.Collectors;

/** What the tests need to do that the pages do not offer, and a route for each role. Deployed beside the application. */
@RequestScoped
@Path("/fixture")
@Needs(Role.ANONYMOUS)
public class PeopleFixture {
    @PersistenceContext
    EntityManager entities;

    @Inject
    Accounts accounts;

    @Inject
    Passwords passwords;

    @Inject
    PersonCache standings;

    @Inject
    Caller caller;

    @Inject
    HttpServletRequest request;

    @Context
    ServletContext application;

    @DELETE
    @Transactional
    public void nobodyIsHere() {
        entities.createQuery("delete from Person").executeUpdate();
        standings.forget();
    }

    @POST
    public void member(@FormParam("name") String name, @FormParam("password") String password) {
        accounts.add(PersonName.of(name), Role.MEMBER, passwords.hash(password.toCharArray()));
    }

    @POST
    @Path("code")
    public String code() {
        return accounts.newSetUpCode().grouped();
    }

    /** So that what has been made has run out. */
    @POST
    @Path("weeks-pass")
    @Transactional
    public void weeksPass() {
        entities.createNativeQuery("update person_invite set expires = expires - interval '14 days'")
                .executeUpdate();
    }

    /** So that devices have not been used for long. */
    @POST
    @Path("days-pass")
    @Transactional
    public void daysPass(@FormParam("days") int days) {
        entities.createNativeQuery("update device set used = used - make_interval(days => ?1)")
                .setParameter(1, days)
                .executeUpdate();
    }

    @GET
    @Path("devices")
    public long devices() {
        return (Long) entities.createQuery("select count(d) from Device d").getSingleResult();
    }

    @GET
    @Path("self")
    @Needs(Role.ADMIN)
    public String self() {
        return caller.person().orElseThrow().toString();
    }

    @GET
    @Path("guests")
    @Needs(Role.GUEST)
    public String guests() {
        return who();
    }

    @GET
    @Path("members")
    @Needs(Role.MEMBER)
    public String members() {
        return who();
    }

    @GET
    @Path("admins")
    @Needs(Role.ADMIN)
    public String admins() {
        return who();
    }

    /** Every pattern a servlet listens at. */
    @GET
    @Path("servlets")
    public String servlets() {
        return application.getServletRegistrations().values().stream()
                .flatMap(servlet -> servlet.getMappings().stream())
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    /** What we say and what the container says. */
    private String who() {
        return "%s admin=%s member=%s"
                .formatted(caller.role(), request.isUserInRole("admin"), request.isUserInRole("member"));
    }
}
