package app.tutti.catalog.playlists.control;

import app.tutti.catalog.library.control.Sql;
import app.tutti.catalog.playlists.entity.FavouriteKind;
import app.tutti.catalog.playlists.entity.ListRefused;
import app.tutti.catalog.playlists.entity.ListRefused.Reason;
import app.tutti.catalog.playlists.entity.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;

/** What somebody likes. */
@ApplicationScoped
public class Favourites {
    public static final int MOST = 10_000;

    @PersistenceContext
    EntityManager entities;

    /** Last marked first. */
    public List<Long> ids(FavouriteKind kind, Owner owner, int most) {
        return new Sql(entities)
                        .rows(
                                sql(
                                        kind,
                                        "select KIND_id from favourite_KIND where owner = cast(?1 as uuid)"
                                                + " order by added desc, KIND_id limit " + most),
                                owner.toString())
                        .stream()
                        .map(row -> row.number(0))
                        .toList();
    }

    /** Again is no mistake. */
    @Transactional
    public void add(FavouriteKind kind, Owner owner, long id) {
        Sql sql = new Sql(entities);
        String count = sql(kind, "select count(*) from favourite_KIND where owner = cast(?1 as uuid)");
        if (sql.number(count, owner.toString()) >= MOST) {
            throw new ListRefused(Reason.FULL);
        }
        if (sql.number(sql(kind, "select count(*) from KIND where id = ?1"), id) == 0) {
            throw new ListRefused(Reason.MISSING);
        }
        run(
                kind,
                "insert into favourite_KIND (owner, KIND_id) values (cast(?1 as uuid), ?2) on conflict do nothing",
                owner,
                id);
    }

    @Transactional
    public void remove(FavouriteKind kind, Owner owner, long id) {
        run(kind, "delete from favourite_KIND where owner = cast(?1 as uuid) and KIND_id = ?2", owner, id);
    }

    private void run(FavouriteKind kind, String sql, Owner owner, long id) {
        PlaylistChanges.run(entities, sql(kind, sql), owner.toString(), id);
    }

    private static String sql(FavouriteKind kind, String sql) {
        return sql.replace("KIND", kind.table());
    }
}
