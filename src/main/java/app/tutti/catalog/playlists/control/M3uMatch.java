package app.tutti.catalog.playlists.control;

import app.tutti.catalog.files.control.MusicFolders;
import app.tutti.catalog.library.control.Sql;
import app.tutti.catalog.playlists.entity.Imported;
import app.tutti.catalog.playlists.entity.M3u;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds what a playlist of another machine means by its paths: the one file whose path ends in the most of the same parts,
 * or the track of that artist and title. A file that only has the same name is another.
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

    @Inject
    MusicFolders folders;

    public Imported find(M3u file) {
        List<M3u.Line> lines = file.lines();
        Map<M3u.Line, Long> found = new HashMap<>();
        List<M3u.Line> local = lines.stream().filter(line -> !line.isRemote()).toList();
        Shelves shelves = new Shelves(sql().rows(BY_NAME, names(local)), folders);
        local.forEach(line -> shelves.find(line)
                .or(() -> line.decoded().flatMap(shelves::find))
                .ifPresent(track -> found.put(line, track)));
        found.putAll(byTitle(local.stream()
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
                .flatMap(line -> Stream.concat(Stream.of(line), line.decoded().stream()))
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
        /** The folder and the name, as a file deep in other folders has it where they were moved. */
        private static final int FOLDER_AND_NAME = 2;

        /** @param inside how many of its parts are inside the music folder */
        private record Place(long track, int inside) {}

        private final TreeMap<String, Place> here = new TreeMap<>();
        private final TreeMap<String, Place> gone = new TreeMap<>();

        Shelves(List<Sql.Row> files, MusicFolders folders) {
            for (Sql.Row file : files) {
                TreeMap<String, Place> shelf = file.number(2) == 1 ? here : gone;
                int inside = folders.within(Path.of(file.text(1))).getNameCount();
                shelf.putIfAbsent(key(new M3u.Line(file.text(1), "")), new Place(file.number(0), inside));
            }
        }

        Optional<Long> find(M3u.Line line) {
            return find(here, line).or(() -> find(gone, line));
        }

        private static Optional<Long> find(TreeMap<String, Place> shelf, M3u.Line line) {
            String key = key(line);
            int most = Stream.of(Optional.ofNullable(shelf.floorKey(key)), Optional.ofNullable(shelf.ceilingKey(key)))
                    .flatMap(Optional::stream)
                    .mapToInt(neighbour -> inCommon(key, neighbour))
                    .max()
                    .orElse(0);
            List<Place> alike = most == 0 ? List.of() : beginningWith(shelf, firstParts(key, most));
            // Several, such as "01.mp3" in the same folder of two artists: nobody knows which is meant.
            return alike.size() == 1 && isMeant(shelf, key, most, alike.getFirst())
                    ? Optional.of(alike.getFirst().track())
                    : Optional.empty();
        }

        /** Whether all that one of the two says of its place agrees, or so much that it is no chance. */
        private static boolean isMeant(TreeMap<String, Place> shelf, String key, int common, Place place) {
            boolean whole = common == parts(key) || common > 1 && common >= place.inside();
            return whole
                    || common > FOLDER_AND_NAME
                    || common == FOLDER_AND_NAME
                            && beginningWith(shelf, firstParts(key, 1)).size() == 1;
        }

        private static List<Place> beginningWith(TreeMap<String, Place> shelf, String parts) {
            return List.copyOf(shelf.subMap(parts, parts + Character.MAX_VALUE).values());
        }

        private static String firstParts(String key, int parts) {
            int end = 0;
            for (int part = 0; part < parts; part++) {
                end = key.indexOf('/', end) + 1;
            }
            return key.substring(0, end);
        }

        private static int parts(String key) {
            return (int) key.chars().filter(letter -> letter == '/').count();
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
