package app.tutti.catalog.library.control;

import app.tutti.catalog.library.control.Sql.Row;
import app.tutti.catalog.library.entity.GenreCard;
import app.tutti.catalog.library.entity.Paged;
import app.tutti.catalog.library.entity.ReleaseCard;
import app.tutti.catalog.library.entity.ReleaseChoices;
import app.tutti.catalog.library.entity.ReleaseFilter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

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
        // Indexes alone give the page's ids; only for those anything else is read.
        String ids = "select r.id from release r join artist a on a.id = r.artist_id %s order by %s limit %d offset %d"
                .formatted(where, order(filter.sort()), size, (number - 1) * size);
        String sql = CardQueries.RELEASE + "where r.id in (" + ids + ") order by " + order(filter.sort());
        List<ReleaseCard> cards =
                sql().rows(sql, parameters).stream().map(CardQueries::release).toList();
        return new Paged<>(cards, number, size, total);
    }

    public List<ReleaseCard> recent(int most) {
        return page(new ReleaseFilter(ReleaseFilter.Sort.ADDED, null, "", "", null, null), 1, most)
                .items();
    }

    public ReleaseChoices choices() {
        List<GenreCard> genres = sql()
                .rows(CardQueries.GENRE + "where g.release_count > 0 order by g.release_count desc, g.id limit "
                        + MOST_GENRES)
                .stream()
                .map(CardQueries::genre)
                .sorted((one, other) -> one.name().compareToIgnoreCase(other.name()))
                .toList();
        // Each combination once, and then each part of it: there are many releases and few combinations.
        List<Row> kinds = sql().rows("select year, array_to_string(formats, ' ') from release where track_count > 0"
                + " group by year, formats");
        return new ReleaseChoices(
                genres,
                kinds.stream()
                        .map(kind -> kind.integer(0))
                        .filter(year -> year != null && year > 0)
                        .distinct()
                        .sorted(Comparator.reverseOrder())
                        .toList(),
                kinds.stream()
                        .flatMap(kind -> Stream.of(kind.text(1).split(" ")))
                        .distinct()
                        .sorted()
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
