package app.tutti.catalog.search.control;

import app.tutti.catalog.library.control.Artists;
import app.tutti.catalog.library.control.CardQueries;
import app.tutti.catalog.library.control.Sql;
import app.tutti.catalog.search.entity.SearchResults;
import app.tutti.catalog.search.entity.SearchText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Finds artists, releases and tracks by the beginnings of their words, in any order, and by words that are near. */
@ApplicationScoped
public class Search {
    /** With fewer than that, somebody may have mistyped. */
    private static final int FEW = 5;

    /** With what the database begins a word that it has made of marks, such as ÷, or of a text without spaces. */
    private static final String MADE = "ꙮ";

    /** How a word of marks alone goes on: in numbers. */
    private static final Pattern OF_MARKS = Pattern.compile("ꙮ[0-9a-f]*[0-9][0-9a-f]*");

    private static final String WORDS = """
            select case when word !~ ('^' || without_spaces()) then word
                when length(word) = 1 then in_twos(word) else left(in_twos(word), -6) end
            from regexp_split_to_table(asked(?1), ' +') with ordinality as w(word, place) order by place""";

    private static final int SHORTEST_FORGIVEN = 4;
    private static final int LONGEST_SWAPPED = 5;
    private static final int NEAR_WORDS = 3;
    private static final int MOST_WORDS = 8;

    /** So many are ranked; where a word is in more, those whose names begin with it are among them. */
    private static final int MOST_RANKED = 300;

    /** How many of each are wanted. */
    public record Most(int artists, int releases, int tracks) {
        public static final Most OF_A_PAGE = new Most(12, 18, 50);
        public static final Most OF_A_GLANCE = new Most(3, 4, 6);
    }

    private record Table(String name, String shown, String cards, String title) {
        static final Table ARTISTS = new Table("artist a", Artists.SHOWN, CardQueries.ARTIST, "a.name");
        static final Table RELEASES = new Table("release r", "r.track_count > 0", CardQueries.RELEASE, "r.title");
        static final Table TRACKS = new Table("track t", "t.gone is null", CardQueries.TRACK, "t.title");

        String alias() {
            return name.substring(name.length() - 1);
        }
    }

    @PersistenceContext
    EntityManager entities;

    public SearchResults find(SearchText text, Most most) {
        List<String> words = words(text);
        if (words.isEmpty()) {
            return SearchResults.NONE;
        }
        SearchResults exact = find(text, words.stream().map(List::of).toList(), most);
        if (exact.count() >= FEW) {
            return exact;
        }
        List<List<String>> near = words.stream().map(this::withNearOnes).toList();
        SearchResults forgiving = near.stream().allMatch(choice -> choice.size() == 1) ? exact : find(text, near, most);
        return forgiving.count() == exact.count()
                ? exact
                : new SearchResults(forgiving.artists(), forgiving.releases(), forgiving.tracks(), exact.empty());
    }

    /** @param words each with the words that are as good; a word begins with one of them */
    private SearchResults find(SearchText text, List<List<String>> words, Most most) {
        return new SearchResults(
                list(Table.ARTISTS, text, words, most.artists(), CardQueries::artist),
                list(Table.RELEASES, text, words, most.releases(), CardQueries::release),
                list(Table.TRACKS, text, words, most.tracks(), CardQueries::track),
                false);
    }

    private <T> List<T> list(
            Table table, SearchText text, List<List<String>> words, int most, Function<Sql.Row, T> card) {
        List<Object> values = new ArrayList<>();
        String begin = text.sortName();
        // The range of everything that begins so: the last code point of Unicode is in no name.
        values.add(begin);
        values.add(begin + Character.toString(Character.MAX_CODE_POINT));
        values.add(begin);
        String alias = table.alias();
        String begins = "%1$s.sort_name >= ?1 and %1$s.sort_name < ?2".formatted(alias);
        String whole = "%s.sort_name = ?3".formatted(alias);
        String matches = matches(alias + ".search_text", words, values);
        // Nearly what is searched in, and said a hundred times as fast.
        List<List<String>> spelled = words.stream()
                .filter(choice -> !choice.getFirst().startsWith(MADE))
                .toList();
        String titled =
                spelled.isEmpty() ? "true" : matches("folded(' ' || %s)".formatted(table.title()), spelled, values);
        String sql = table.cards()
                + """
                where %1$s.id in ((select %1$s.id from %2$s where %3$s and %4$s order by sort_name, id limit %8$d)
                      union all (select %1$s.id from %2$s where %3$s and %5$s limit %7$d))
                order by case when %9$s then 0 when %4$s then 1 when %6$s then 2 else 3 end, %1$s.sort_name, %1$s.id
                limit %8$d""".formatted(alias, table.name(), table.shown(), begins, matches, titled, MOST_RANKED, most, whole);
        return new Sql(entities).rows(sql, values.toArray()).stream().map(card).toList();
    }

    private static String matches(String column, List<List<String>> words, List<Object> values) {
        List<String> all = new ArrayList<>();
        for (List<String> choice : words) {
            List<String> any = new ArrayList<>();
            for (String word : choice) {
                values.add("% " + word + "%");
                any.add("%s like ?%d".formatted(column, values.size()));
            }
            all.add("(" + String.join(" or ", any) + ")");
        }
        return String.join(" and ", all);
    }

    private List<String> withNearOnes(String word) {
        Set<String> choice = new LinkedHashSet<>(Collections.singleton(word));
        if (word.length() >= SHORTEST_FORGIVEN && !word.startsWith(MADE)) {
            choice.addAll(withTwoLettersSwapped(word));
            new Sql(entities)
                    .rows("select similar_words(?1, " + NEAR_WORDS + ")", word)
                    .forEach(row -> choice.add(row.text(0)));
        }
        return List.copyOf(choice);
    }

    /**
     * The slip that leaves a short word no letters in a row that are right, and so nothing for similarity to go by: "bcah".
     */
    private List<String> withTwoLettersSwapped(String word) {
        if (word.length() > LONGEST_SWAPPED) {
            return List.of();
        }
        List<Object> swapped = new ArrayList<>();
        List<String> places = new ArrayList<>();
        for (int at = 0; at < word.length() - 1; at++) {
            swapped.add(word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2));
            places.add("?" + swapped.size());
        }
        return new Sql(entities)
                        .rows(
                                "select word from search_word where word in (%s)".formatted(String.join(", ", places)),
                                swapped.toArray())
                        .stream()
                        .map(row -> row.text(0))
                        .toList();
    }

    /**
     * Of letters and numbers only, so that nothing in them means anything to a pattern. A part of a text without spaces is
     * every two of its characters. Of marks alone there is a word where there is no other.
     */
    public List<String> words(SearchText text) {
        List<String> all = new Sql(entities)
                .rows(WORDS, text.text()).stream()
                        .map(row -> row.text(0))
                        .filter(word -> !word.isEmpty())
                        .distinct()
                        .limit(MOST_WORDS)
                        .toList();
        List<String> spelled = all.stream().filter(word -> !isOfMarks(word)).toList();
        return spelled.isEmpty() ? all : spelled;
    }

    private static boolean isOfMarks(String word) {
        return OF_MARKS.matcher(word).matches();
    }
}
