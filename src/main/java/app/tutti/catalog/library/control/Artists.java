package app.tutti.catalog.library.control;

import app.tutti.catalog.library.entity.ArtistCard;
import app.tutti.catalog.library.entity.Paged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Comparator;
import java.util.List;

/** Lists of artists. Whose every track is gone is in none. */
@ApplicationScoped
public class Artists {
    /** Of a name that begins with no letter of ours: numbers, marks, other scripts. */
    public static final String OTHER = "other";

    public static final String SHOWN = " (a.release_count > 0 or a.track_count > 0) ";
    private static final int PAGE = 48;

    // Sort names are folded and compared byte by byte, so that a letter is a range of the index.
    private static final String BEGINS = " and a.sort_name >= ?1 and a.sort_name < ?2 ";
    private static final String BEGINS_OTHERWISE = " and (a.sort_name < 'a' or a.sort_name >= '{') ";

    @PersistenceContext
    EntityManager entities;

    /** The letters that names begin with, in order, with {@link #OTHER} last. */
    public List<String> letters() {
        return sql().rows("select distinct left(a.sort_name, 1) from artist a where" + SHOWN).stream()
                .map(row -> isLetter(row.text(0)) ? row.text(0) : OTHER)
                .distinct()
                .sorted(Comparator.comparing(letter -> letter.equals(OTHER) ? "{" : letter))
                .toList();
    }

    /** @param letter which the names begin with, or {@link #OTHER}; anything else means all */
    public Paged<ArtistCard> page(String letter, int wanted) {
        Object[] range =
                isLetter(letter) ? new Object[] {letter, Character.toString(letter.charAt(0) + 1)} : new Object[0];
        String where = "where" + SHOWN + (range.length > 0 ? BEGINS : OTHER.equals(letter) ? BEGINS_OTHERWISE : "");
        long total = sql().number("select count(*) from artist a " + where, range);
        int number = Paged.within(wanted, total, PAGE);
        String sql = CardQueries.ARTIST
                + where
                + " order by a.sort_name, a.id limit %d offset %d".formatted(PAGE, (number - 1) * PAGE);
        return new Paged<>(
                sql().rows(sql, range).stream().map(CardQueries::artist).toList(), number, PAGE, total);
    }

    private static boolean isLetter(String text) {
        return text != null && text.length() == 1 && text.charAt(0) >= 'a' && text.charAt(0) <= 'z';
    }

    private Sql sql() {
        return new Sql(entities);
    }
}
