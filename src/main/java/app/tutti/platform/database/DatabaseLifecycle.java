package app.tutti.platform.database;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Destroyed;
import jakarta.enterprise.event.Observes;

/** Stops the built-in database after everything else that uses it has stopped. */
@ApplicationScoped
@DataSourceDefinition(
        name = "java:app/jdbc/tutti",
        className = "app.tutti.platform.database.TuttiDataSource",
        minPoolSize = 2,
        maxPoolSize = 20,
        // Those of a database that has gone are not given to anybody; asking costs each of them once a second at most.
        properties = {
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=custom-validation",
            "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.PostgresConnectionValidation",
            "fish.payara.validate-atmost-once-period-in-seconds=1",
            "fish.payara.fail-all-connections=true"
        })
public class DatabaseLifecycle {
    // What must end before does so at @BeforeDestroyed.
    void close(@Observes @Destroyed(ApplicationScoped.class) Object stopped) {
        Database.close();
    }
}
