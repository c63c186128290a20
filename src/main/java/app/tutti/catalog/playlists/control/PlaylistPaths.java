package app.tutti.catalog.playlists.control;

import app.tutti.catalog.files.control.MusicFolders;
import app.tutti.catalog.library.control.Sql;
import app.tutti.catalog.library.control.Sql.Row;
import app.tutti.catalog.playlists.entity.PlaylistCard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.file.Path;

/** A playlist as an M3U8 file, with paths as they are inside the music folder: nobody learns where that is. */
@ApplicationScoped
public class PlaylistPaths {
    private static final String ENTRIES = """
            select t.duration, coalesce(t.credit, a.name), t.title, t.path
            from playlist_entry e join track t on t.id = e.track_id join artist a on a.id = t.artist_id
            where e.playlist_id = ?1 order by e.place, e.id""";

    @PersistenceContext
    EntityManager entities;

    @Inject
    MusicFolders folders;

    public String m3u8(PlaylistCard list) {
        StringBuilder file = new StringBuilder("#EXTM3U\n#PLAYLIST:" + list.name() + "\n");
        for (Row entry : new Sql(entities).rows(ENTRIES, list.id())) {
            file.append("#EXTINF:%d,%s - %s\n"
                            .formatted(Math.round(entry.number(0) / 1000.0), entry.text(1), entry.text(2)))
                    .append(line(folders.within(Path.of(entry.text(3)))))
                    .append('\n');
        }
        return file.toString();
    }

    /** A name may begin as a comment does, and even have line breaks in it, which no line can say. */
    private static String line(Path path) {
        String line = path.toString().replaceAll("\\p{Cntrl}", "?");
        return line.startsWith("#") ? "./" + line : line;
    }
}
