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
        maxPoolSize = 20)
public class DatabaseLifecycle {
    // What must end before does so at @BeforeDestroyed.
    void close(@Observes @Destroyed(ApplicationScoped.class) Object stopped) {
        Database.close();
    }
}
