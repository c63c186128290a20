package app.tutti.catalog.control;

import app.tutti.catalog.entity.Artist;
import app.tutti.catalog.entity.Cover;
import app.tutti.catalog.entity.Release;
import app.tutti.catalog.entity.ScannedFile;
import app.tutti.catalog.entity.Track;
import app.tutti.catalog.entity.TrackTags;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.TypedQuery;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Puts scanned files where they belong. Lives for one transaction, and remembers what it has found or made in it. */
final class Shelf {
    private record ReleaseKey(Artist artist, String title) {}

    private final EntityManager entities;
    private final OffsetDateTime now;
    private final Map<String, Artist> artists = new HashMap<>();
    private final Map<ReleaseKey, Release> releases = new HashMap<>();
    private final Map<String, Cover> covers = new HashMap<>();

    Shelf(EntityManager entities, OffsetDateTime now) {
        this.entities = entities;
        this.now = now;
        // What was made in this transaction is in the maps, so no query needs it written first.
        entities.setFlushMode(FlushModeType.COMMIT);
    }

    void put(ScannedFile scanned, Track track) {
        TrackTags tags = scanned.tags();
        Release release = release(artist(tags.releaseArtist()), tags.release());
        release.cameOutIn(tags.year());
        if (scanned.coverSha256() != null) {
            release.shows(cover(scanned.coverSha256()));
        }
        track.update(scanned.file(), tags);
        track.belongsTo(release, artist(tags.artist()));
    }

    private Artist artist(String name) {
        return artists.computeIfAbsent(
                name,
                wanted -> foundOrMade(
                        entities.createQuery("select a from Artist a where a.name = :name", Artist.class)
                                .setParameter("name", wanted),
                        () -> new Artist(wanted)));
    }

    private Release release(Artist artist, String title) {
        return releases.computeIfAbsent(
                new ReleaseKey(artist, title),
                wanted -> foundOrMade(
                        entities.createQuery(
                                        "select r from Release r where r.artist = :artist and r.title = :title",
                                        Release.class)
                                .setParameter("artist", artist)
                                .setParameter("title", title),
                        () -> new Release(artist, title, now)));
    }

    private Cover cover(String sha256) {
        return covers.computeIfAbsent(
                sha256,
                wanted -> foundOrMade(
                        entities.createQuery("select c from Cover c where c.sha256 = :sha256", Cover.class)
                                .setParameter("sha256", wanted),
                        () -> new Cover(wanted)));
    }

    private <T> T foundOrMade(TypedQuery<T> query, Supplier<T> make) {
        return query.getResultStream().findFirst().orElseGet(() -> {
            T made = make.get();
            entities.persist(made);
            return made;
        });
    }
}
