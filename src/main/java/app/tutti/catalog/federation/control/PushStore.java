package app.tutti.catalog.federation.control;

import app.tutti.catalog.store.control.CatalogConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What is stored of a push, at the home server that tells of its catalogue and at the public one that is told. */
@ApplicationScoped
public class PushStore {
    @Inject
    CatalogConnection database;

    public interface Telling<T> {
        T tell(PushedTracks tracks) throws SQLException;
    }

    /** What a home server tells, or is told. */
    public <T> T pushed(UUID home, Instant now, Telling<T> what) {
        return database.inOne(connection -> what.tell(new PushedTracks(connection, home, now)));
    }

    public interface Asking<T> {
        T ask(OutgoingTracks tracks) throws SQLException;
    }

    /** What the public server at this address is told, or has taken. */
    public <T> T outgoing(String server, Asking<T> what) {
        return database.inOne(connection -> what.ask(new OutgoingTracks(connection, server)));
    }

    /** Home servers that have said nothing since. */
    public List<UUID> silentHomes(Instant since) {
        List<UUID> silent = new ArrayList<>();
        database.read(
                "select id from home_server where heard < '" + since + "'",
                row -> silent.add(row.getObject(1, UUID.class)));
        return silent;
    }
}
