package app.tutti.platform.database;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/** Stops the built-in database after everything else that uses it has stopped. */
@WebListener
@DataSourceDefinition(
        name = "java:app/jdbc/tutti",
        className = "app.tutti.platform.database.TuttiDataSource",
        minPoolSize = 2,
        maxPoolSize = 20)
public class DatabaseLifecycle implements ServletContextListener {
    @Override
    public void contextDestroyed(ServletContextEvent event) {
        Database.close();
    }
}
