package app.tutti.catalog.scan.control;

import app.tutti.catalog.covers.control.CoverHunt;
import app.tutti.catalog.files.entity.AudioFormat;
import app.tutti.catalog.store.control.Affected;
import app.tutti.catalog.store.control.BulkInsert;
import app.tutti.catalog.store.control.CatalogConnection;
import app.tutti.catalog.store.control.UpsertCache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The releases whose covers a scan has yet to look for. */
@ApplicationScoped
public class WantedCovers {
    @Inject
    CatalogConnection database;

    /** Releases whose pictures have yet to be looked at, each with the first of its files. */
    List<CoverHunt.Wanted> all() {
        Map<Long, List<CoverHunt.Place>> wanted = new LinkedHashMap<>();
        database.read(
                """
                select r.id, t.path, t.format from release r cross join lateral (
                    select path, format from track where release_id = r.id and gone is null
                    order by coalesce(disc, 1), number nulls last, sort_name limit 3) t
                where r.cover_wanted order by r.id""",
                row -> wanted.computeIfAbsent(row.getLong(1), unseen -> new ArrayList<>())
                        .add(new CoverHunt.Place(Path.of(row.getString(2)), AudioFormat.valueOf(row.getString(3)))));
        return wanted.entrySet().stream()
                .map(one -> new CoverHunt.Wanted(one.getKey(), one.getValue()))
                .toList();
    }

    /** Returns what must be counted again. */
    Affected found(UpsertCache covers, List<CoverHunt.Found> found) {
        return database.inOne(connection -> {
            Map<String, String> hashes = new HashMap<>();
            found.forEach(one -> one.sha256().ifPresent(sha256 -> hashes.put(sha256, sha256)));
            covers.make(connection, hashes, (id, sha256, same) -> new Object[] {id, sha256});
            BulkInsert rows = new BulkInsert("bigint", "bigint");
            Affected affected = new Affected();
            for (CoverHunt.Found one : found) {
                rows.add(one.release(), one.sha256().map(covers::id).orElse(null));
                affected.releases.add(one.release());
            }
            rows.execute(connection, """
                    update release r set cover_id = u.cover, cover_wanted = false from ROWS as u (release, cover)
                    where r.id = u.release""");
            affected.releaseArtists(connection, affected.releases);
            return affected;
        });
    }
}
