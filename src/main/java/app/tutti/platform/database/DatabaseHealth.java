package app.tutti.platform.database;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Asks the database, for {@code /health/ready} (MicroProfile Health §3). */
@Readiness
@ApplicationScoped
public class DatabaseHealth implements HealthCheck {
    private static final int WITHIN_SECONDS = 2;

    @Resource(lookup = "java:app/jdbc/tutti")
    DataSource database;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("database").status(answers()).build();
    }

    private boolean answers() {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(WITHIN_SECONDS);
        } catch (SQLException away) {
            return false;
        }
    }
}
