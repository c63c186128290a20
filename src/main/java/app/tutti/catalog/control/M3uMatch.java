package app.tutti.catalog.control;

import app.tutti.catalog.entity.Imported;
import app.tutti.catalog.entity.M3u;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds what a playlist of another machine means by its paths: the file whose path ends in the most of the same parts, or
 * the only one of that name, or the track of that artist and title.
 */
@ApplicationScoped
public class M3uMatch {
    private static final String BY_NAME = """
            select t.id, t.path, case when t.gone is null then 1 else 0 end
            from unnest(string_to_array(?1, chr(10))) as wanted(name)
            join track t on lower(substring(t.path from '[^/]*$')) = lower(wanted.name)
            order by t.id""";

    private static final String BY_TITLE = """
            select distinct on (wanted.place) wanted.place, t.id
            from unnest(string_to_array(?1, chr(10)), string_to_array(?2, chr(10))) with ordinality
                as wanted(artist, title, place)
            join track t on folded(t.title) = folded(wanted.title)
            join artist a on a.id = t.artist_id
            where folded(wanted.artist) in (folded(a.name), folded(t.credit))
            order by wanted.place, t.gone nulls first, t.id""";

    @PersistenceContext
    EntityManager entities;

    public Imported find(M3u file) {
        List<M3u.Line> lines = file.lines();
        Map<M3u.Line, Long> found = new HashMap<>();
        Shelves shelves = new Shelves(sql().rows(BY_NAME, names(lines)));
        lines.forEach(line -> shelves.find(line).ifPresent(track -> found.put(line, track)));
        found.putAll(byTitle(lines.stream()
                .filter(line -> !found.containsKey(line) && line.artist().isPresent())
                .distinct()
                .toList()));
        return new Imported(
                lines.stream().filter(found::containsKey).map(found::get).toList(),
                lines.stream()
                        .filter(line -> !found.containsKey(line))
                        .map(M3u.Line::shown)
                        .toList());
    }

    private static String names(List<M3u.Line> lines) {
        return lines.stream()
                .map(M3u.Line::fileName)
                .filter(name -> !name.isEmpty())
                .flatMap(name -> Stream.of(name, M3u.folded(name), Normalizer.normalize(name, Normalizer.Form.NFD)))
                .collect(Collectors.toMap(String::toLowerCase, name -> name, (one, same) -> one))
                .values()
                .stream()
                .collect(Collectors.joining("\n"));
    }

    private Map<M3u.Line, Long> byTitle(List<M3u.Line> lines) {
        String artists = lines.stream().map(line -> line.artist().orElseThrow()).collect(Collectors.joining("\n"));
        String titles = lines.stream().map(M3u.Line::title).collect(Collectors.joining("\n"));
        return sql().rows(BY_TITLE, artists, titles).stream()
                .collect(Collectors.toMap(row -> lines.get((int) row.number(0) - 1), row -> row.number(1)));
    }

    private Sql sql() {
        return new Sql(entities);
    }

    /** Files by their paths read from the end: what stands beside a path has the most in common with it. */
    private static final class Shelves {
        private final TreeMap<String, Long> here = new TreeMap<>();
        private final TreeMap<String, Long> gone = new TreeMap<>();

        Shelves(List<Sql.Row> files) {
            for (Sql.Row file : files) {
                TreeMap<String, Long> shelf = file.number(2) == 1 ? here : gone;
                shelf.putIfAbsent(key(new M3u.Line(file.text(1), "")), file.number(0));
            }
        }

        Optional<Long> find(M3u.Line line) {
            return find(here, line).or(() -> find(gone, line));
        }

        private static Optional<Long> find(TreeMap<String, Long> shelf, M3u.Line line) {
            String key = key(line);
            List<String> neighbours = Stream.of(shelf.floorKey(key), shelf.ceilingKey(key))
                    .filter(neighbour -> neighbour != null)
                    .toList();
            int most = neighbours.stream()
                    .mapToInt(neighbour -> inCommon(key, neighbour))
                    .max()
                    .orElse(0);
            // A name that several files have, such as "01.mp3", says nothing by itself.
            if (most == 0 || most == 1 && !isOnlyOne(shelf, line)) {
                return Optional.empty();
            }
            return neighbours.stream()
                    .filter(neighbour -> inCommon(key, neighbour) == most)
                    .findFirst()
                    .map(shelf::get);
        }

        private static boolean isOnlyOne(TreeMap<String, Long> shelf, M3u.Line line) {
            String name = M3u.folded(line.fileName()) + "/";
            return shelf.subMap(name, name + Character.MAX_VALUE).size() == 1;
        }

        private static String key(M3u.Line line) {
            return line.partsFromTheEnd().stream()
                    .map(part -> M3u.folded(part) + "/")
                    .collect(Collectors.joining());
        }

        /** How many parts. */
        private static int inCommon(String one, String other) {
            int parts = 0;
            for (int at = 0; at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at); at++) {
                parts += one.charAt(at) == '/' ? 1 : 0;
            }
            return parts;
        }
    }
}
