package app.tutti.catalog.store.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Keeps counts, genres and statistics true after tracks have been stored, and removes what nothing belongs to any more. */
@ApplicationScoped
public class CatalogUpkeep {
    /** How long a file may be away before nobody is expected to miss it. */
    private static final Duration PATIENCE = Duration.ofDays(90);

    @Inject
    CatalogConnection database;

    /** Returns what must be counted again. */
    public Affected splitGenres() {
        return database.inOne(connection -> new GenreSplit(connection).split());
    }

    public void count(Affected affected) {
        database.inOne(connection -> {
            new CatalogCounts(connection).artists(affected.artists);
            new CatalogCounts(connection).genres(affected.genres);
            return null;
        });
        affected.clear();
    }

    /** Tells PostgreSQL how much there is, which it would find out in its own time; until then it guesses that it is little. */
    public void measure() {
        database.inOne(connection -> {
            CatalogConnection.execute(
                    connection,
                    "analyze track (id, release_id, artist_id, gone), track_artist, track_genre, home_track");
            CatalogConnection.execute(
                    connection, "analyze release (id, artist_id, track_count), release_genre, artist (id), genre (id)");
            return null;
        });
    }

    /** As when a scan has ended before it had counted. */
    public void countEverything() {
        database.inOne(connection -> {
            new CatalogCounts(connection).everything();
            return null;
        });
    }

    /** Removes what has been away for long, and what belonged to nothing else; returns the hashes of unused covers. */
    public List<String> tidy(Instant now) {
        List<String> unused = new ArrayList<>();
        database.inOne(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("delete from track where gone < ?")) {
                statement.setTimestamp(1, Timestamp.from(now.minus(PATIENCE)));
                statement.execute();
            }
            CatalogConnection.execute(
                    connection, "delete from release r where not exists (select from track where release_id = r.id)");
            CatalogConnection.execute(connection, """
                    delete from artist a where not exists (select from track where artist_id = a.id)
                        and not exists (select from track where release_artist_id = a.id)
                        and not exists (select from track_artist where artist_id = a.id)
                        and not exists (select from release where artist_id = a.id)""");
            CatalogConnection.execute(
                    connection, "delete from genre g where not exists (select from track_genre where genre_id = g.id)");
            CatalogConnection.read(connection, """
                    delete from cover c where not exists (select from release where cover_id = c.id)
                        and not exists (select from artist where cover_id = c.id) returning sha256""", row -> unused.add(row.getString(1)));
            return null;
        });
        return unused;
    }
}
