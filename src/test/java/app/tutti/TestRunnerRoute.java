package app.tutti;

import app.tutti.account.access.boundary.ServletRoute;
import app.tutti.account.people.entity.Role;
import jakarta.enterprise.context.ApplicationScoped;

/** Where Arquillian asks for a test to be run inside the server. */
@ApplicationScoped
public class TestRunnerRoute implements ServletRoute {
    @Override
    public String pattern() {
        return "/ArquillianServletRunnerEE9";
    }

    @Override
    public Role needed() {
        return Role.ANONYMOUS;
    }
}
