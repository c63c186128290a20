package app.tutti.catalog.library.control;

import app.tutti.catalog.library.entity.GenreCard;
import app.tutti.catalog.library.entity.Paged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** Lists of genres that have something in them. */
@ApplicationScoped
public class Genres {
    private static final int PAGE = 120;
    private static final String SHOWN = "where g.release_count > 0";

    @PersistenceContext
    EntityManager entities;

    public Paged<GenreCard> page(int wanted) {
        long total = sql().number("select count(*) from genre g " + SHOWN);
        int number = Paged.within(wanted, total, PAGE);
        String sql = CardQueries.GENRE
                + SHOWN
                + " order by g.sort_name limit %d offset %d".formatted(PAGE, (number - 1) * PAGE);
        return new Paged<>(genres(sql), number, PAGE, total);
    }

    public Optional<GenreCard> find(long id) {
        return genres(CardQueries.GENRE + SHOWN + " and g.id = ?1", id).stream().findFirst();
    }

    List<GenreCard> ofRelease(long release) {
        return genres(
                CardQueries.GENRE + "join release_genre x on x.genre_id = g.id where x.release_id = ?1"
                        + " order by g.sort_name limit 20",
                release);
    }

    private List<GenreCard> genres(String sql, Object... parameters) {
        return sql().rows(sql, parameters).stream().map(CardQueries::genre).toList();
    }

    private Sql sql() {
        return new Sql(entities);
    }
}
