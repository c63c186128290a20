package app.tutti.catalog.control;

import app.tutti.catalog.control.Sql.Row;
import app.tutti.catalog.entity.Paged;
import app.tutti.catalog.entity.ReleaseCard;
import app.tutti.catalog.entity.ReleaseChoices;
import app.tutti.catalog.entity.ReleaseFilter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;

/** Lists of releases. One whose every track is gone is in none. */
@ApplicationScoped
public class Releases {
    private static final int PAGE = 48;
    private static final int MOST_GENRES = 300;

    @PersistenceContext
    EntityManager entities;

    public Paged<ReleaseCard> page(ReleaseFilter filter, int wanted) {
        return page(filter, wanted, PAGE);
    }

    public Paged<ReleaseCard> page(ReleaseFilter filter, int wanted, int size) {
        List<Object> values = new ArrayList<>();
        String where = where(filter, values);
        Object[] parameters = values.toArray();
        long total = sql().number("select count(*) from release r " + where, parameters);
        int number = Paged.within(wanted, total, size);
        String sql = Cards.RELEASE
                + where
                + " order by " + order(filter.sort())
                + " limit %d offset %d".formatted(size, (number - 1) * size);
        List<ReleaseCard> cards =
                sql().rows(sql, parameters).stream().map(Cards::release).toList();
        return new Paged<>(cards, number, size, total);
    }

    public List<ReleaseCard> recent(int most) {
        return page(new ReleaseFilter(ReleaseFilter.Sort.ADDED, null, "", "", null, null), 1, most)
                .items();
    }

    public ReleaseChoices choices() {
        return new ReleaseChoices(
                sql()
                        .rows(Cards.GENRE + "where g.release_count > 0 order by g.release_count desc, g.id limit "
                                + MOST_GENRES)
                        .stream()
                        .map(Cards::genre)
                        .sorted((one, other) -> one.name().compareToIgnoreCase(other.name()))
                        .toList(),
                sql()
                        .rows("select distinct year from release where year > 0 and track_count > 0 order by year desc")
                        .stream()
                        .map(row -> row.integer(0))
                        .toList(),
                // Each combination once, and then each of it: there are many releases and few combinations.
                sql()
                        .rows("select distinct unnest(formats) from"
                                + " (select distinct formats from release where track_count > 0) together order by 1")
                        .stream()
                        .map((Row row) -> row.text(0))
                        .toList());
    }

    private static String where(ReleaseFilter filter, List<Object> values) {
        StringBuilder where = new StringBuilder("where r.track_count > 0");
        and(
                where,
                values,
                "exists (select from release_genre g where g.release_id = r.id and g.genre_id = ?%d)",
                filter.genre());
        and(where, values, "r.year >= ?%d", filter.firstYear());
        and(where, values, "r.year <= ?%d", filter.lastYear());
        and(where, values, "?%d = any(r.formats)", filter.format().isEmpty() ? null : filter.format());
        and(where, values, "r.artist_id = ?%d", filter.artist());
        and(where, values, """
                r.id in (select t.release_id from track_artist x join track t on t.id = x.track_id
                         where t.gone is null and x.artist_id = ?%d)""", filter.with());
        and(where, values, "r.artist_id <> ?%d", filter.with());
        return where.toString();
    }

    private static void and(StringBuilder where, List<Object> values, String condition, Object value) {
        if (value != null) {
            values.add(value);
            where.append(" and ").append(condition.formatted(values.size()));
        }
    }

    private static String order(ReleaseFilter.Sort sort) {
        return switch (sort) {
            case ARTIST -> "a.sort_name, a.id, r.year nulls last, r.sort_name, r.id";
            case TITLE -> "r.sort_name, r.id";
            case YEAR -> "r.year desc nulls last, r.sort_name, r.id";
            case ADDED -> "r.added desc, r.id desc";
        };
    }

    private Sql sql() {
        return new Sql(entities);
    }
}
