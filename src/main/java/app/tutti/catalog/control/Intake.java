package app.tutti.catalog.control;

import app.tutti.catalog.entity.ScannedFile;
import app.tutti.catalog.entity.Track;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a scan knows of the database and does to it; everything but {@link #known()} inside a {@link UnitOfWork}. */
@ApplicationScoped
public class Intake {
    private static final int IDS_IN_A_STATEMENT = 1000;

    @PersistenceContext
    EntityManager entities;

    /** Every file that is a track, by its path. */
    Map<String, KnownFile> known() {
        return entities.createQuery(
                        "select new app.tutti.catalog.control.KnownFile(t.id, t.path, t.size, t.mtime) from Track t",
                        KnownFile.class)
                .getResultStream()
                .collect(Collectors.toMap(KnownFile::path, Function.identity()));
    }

    /** Stores new files and what has changed of known ones. */
    void store(List<ScannedFile> files, Map<String, KnownFile> known, OffsetDateTime now) {
        Shelf shelf = new Shelf(entities, now);
        for (ScannedFile scanned : files) {
            KnownFile before = known.get(scanned.file().path().toString());
            Track track =
                    before == null ? new Track(scanned.file().path()) : entities.find(Track.class, before.trackId());
            shelf.put(scanned, track);
            entities.persist(track);
        }
    }

    void remove(List<KnownFile> gone) {
        List<Long> ids = gone.stream().map(KnownFile::trackId).toList();
        for (int from = 0; from < ids.size(); from += IDS_IN_A_STATEMENT) {
            entities.createQuery("delete from Track t where t.id in :ids")
                    .setParameter("ids", ids.subList(from, Math.min(ids.size(), from + IDS_IN_A_STATEMENT)))
                    .executeUpdate();
        }
    }

    /** Removes releases without tracks, artists without either, and covers that nothing shows; returns their hashes. */
    @SuppressWarnings("unchecked")
    List<String> tidy() {
        execute("delete from release r where not exists (select from track t where t.release_id = r.id)");
        execute("delete from artist a where not exists (select from track t where t.artist_id = a.id)"
                + " and not exists (select from release r where r.artist_id = a.id)");
        Counts.ALL.forEach(this::execute);
        return entities.createNativeQuery("delete from cover c where not exists"
                        + " (select from release r where r.cover_id = c.id) returning c.sha256")
                .getResultList();
    }

    private void execute(String sql) {
        entities.createNativeQuery(sql).executeUpdate();
    }
}
