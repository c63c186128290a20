package app.tutti.catalog.library.control;

import app.tutti.catalog.library.entity.Lyrics;
import app.tutti.catalog.library.entity.Paged;
import app.tutti.catalog.library.entity.TrackRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** Lists of tracks. One that is gone is in none. */
@ApplicationScoped
public class Tracks {
    /** What all tracks can be sorted by. */
    public enum Sort {
        TITLE("t.sort_name, t.id", "t.sort_name desc, t.id desc"),
        ADDED("t.added desc, t.id desc", "t.added, t.id");

        private final String order;
        private final String backwards;

        Sort(String order, String backwards) {
            this.order = order;
            this.backwards = backwards;
        }
    }

    private static final int PAGE = 50;
    private static final int MOST_OF_A_RELEASE = 1000;

    @PersistenceContext
    EntityManager entities;

    public Paged<TrackRow> page(Sort sort, int wanted) {
        // What the scan has counted: a sum over the releases is a hundredth of the work.
        long total = sql().number("select coalesce(sum(track_count), 0) from release");
        int number = Paged.within(wanted, total, PAGE);
        long before = (number - 1L) * PAGE;
        int size = (int) Math.min(PAGE, total - before);
        long after = total - before - size;
        // Rows that are passed over cost time, too, so the walk begins at the end that is nearer.
        boolean backwards = after < before;
        String order = backwards ? sort.backwards : sort.order;
        // The index alone gives the page's ids; only for those anything else is read.
        String ids = "select t.id from track t where t.gone is null order by %s limit %d offset %d"
                .formatted(order, size, backwards ? after : before);
        List<TrackRow> rows = tracks("where t.id in (" + ids + ") order by " + sort.order);
        return new Paged<>(rows, number, PAGE, total);
    }

    /** What somebody plays on, by title. */
    public Paged<TrackRow> ofArtist(long artist, int wanted, int size) {
        String of = "from track_artist x join track t on t.id = x.track_id where t.gone is null and x.artist_id = ?1";
        long total = sql().number("select count(distinct t.id) " + of, artist);
        int number = Paged.within(wanted, total, size);
        List<TrackRow> rows = tracks(
                "where t.id in (select t.id " + of
                        + ") order by t.sort_name, t.id limit %d offset %d".formatted(size, (number - 1) * size),
                artist);
        return new Paged<>(rows, number, size, total);
    }

    public Paged<TrackRow> ofArtist(long artist, int wanted) {
        return ofArtist(artist, wanted, PAGE);
    }

    List<TrackRow> ofRelease(long release) {
        return NaturalOrder.sorted(tracks(
                "where t.gone is null and t.release_id = ?1"
                        + " order by coalesce(t.disc, 1), t.number nulls last, t.sort_name, t.id limit "
                        + MOST_OF_A_RELEASE,
                release));
    }

    public Optional<TrackRow> one(long id) {
        return tracks("where t.gone is null and t.id = ?1", id).stream().findFirst();
    }

    private List<TrackRow> tracks(String rest, Object... parameters) {
        return sql().rows(CardQueries.TRACK + rest, parameters).stream()
                .map(CardQueries::track)
                .toList();
    }

    public Optional<Lyrics> lyrics(long id) {
        return sql()
                .rows(
                        "select l.text from lyrics l join track t on t.id = l.track_id where t.id = ?1 and t.gone is null",
                        id)
                .stream()
                .findFirst()
                .flatMap(row -> Lyrics.of(row.text(0)));
    }

    private Sql sql() {
        return new Sql(entities);
    }
}
