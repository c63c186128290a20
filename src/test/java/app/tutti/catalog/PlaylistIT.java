package app.tutti.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.PackagedWar;
import app.tutti.catalog.library.entity.ReleaseCard;
import app.tutti.catalog.playlists.control.PlaylistChanges;
import app.tutti.catalog.playlists.entity.FavouriteKind;
import app.tutti.catalog.playlists.entity.Imported;
import app.tutti.catalog.playlists.entity.KeptQueue;
import app.tutti.catalog.playlists.entity.ListName;
import app.tutti.catalog.playlists.entity.ListRefused;
import app.tutti.catalog.playlists.entity.ListedTrack;
import app.tutti.catalog.playlists.entity.M3u;
import app.tutti.catalog.playlists.entity.Owner;
import app.tutti.catalog.playlists.entity.PlayQueue;
import app.tutti.catalog.playlists.entity.PlaylistCard;
import app.tutti.catalog.playlists.entity.SmartList;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every query of playlists, favourites, plays and queues, on the real database with the demo library in it. */
@ExtendWith(ArquillianExtension.class)
public class PlaylistIT extends DemoListeners {
    @Deployment
    static WebArchive war() {
        return PackagedWar.with(PlaylistIT.class).addClass(DemoListeners.class);
    }

    @Test
    public void aListKeepsItsOrderThroughMovesAndRemovals() {
        long list = create(ana, tracks);
        List<ListedTrack> entries = songs.ofPlaylist(list, ana, 1);
        assertEquals(tracks, ids(entries));
        long first = entries.getFirst().entry();

        changes.move(ana, list, version(list), first, 3);
        assertEquals(List.of(tracks.get(1), tracks.get(2), tracks.get(3), tracks.get(0), tracks.get(4)), order(list));
        changes.move(ana, list, version(list), first, 1);
        assertEquals(List.of(tracks.get(1), tracks.get(0), tracks.get(2), tracks.get(3), tracks.get(4)), order(list));
        changes.move(ana, list, version(list), first, 9_999);
        assertEquals(List.of(tracks.get(1), tracks.get(2), tracks.get(3), tracks.get(4), tracks.get(0)), order(list));
        changes.remove(ana, list, version(list), entries.get(2).entry());
        changes.move(ana, list, version(list), first, 0);
        assertEquals(List.of(tracks.get(0), tracks.get(1), tracks.get(3), tracks.get(4)), order(list));
        assertEquals(List.of(0L, 1L, 2L, 3L), numbers("select place from playlist_entry order by place"));
    }

    @Test
    public void aTrackMayStandInAListTwiceAndWhatIsUnknownIsLeftOut() {
        long list = create(ana, List.of(tracks.get(0), 999_999_999L, tracks.get(0)));
        assertEquals(List.of(tracks.get(0), tracks.get(0)), order(list));
        changes.add(ana, list, List.of(tracks.get(4)));
        assertEquals(List.of(tracks.get(0), tracks.get(0), tracks.get(4)), order(list));
    }

    @Test
    public void whoHasSeenAnOlderVersionIsTold() {
        long list = create(ana, tracks);
        long seen = version(list);
        long entry = songs.ofPlaylist(list, ana, 1).getFirst().entry();
        changes.move(ana, list, seen, entry, 1);
        List<Long> kept = order(list);

        refused(ListRefused.Reason.CHANGED, () -> changes.move(ana, list, seen, entry, 4));
        refused(ListRefused.Reason.CHANGED, () -> changes.remove(ana, list, seen, entry));
        refused(ListRefused.Reason.CHANGED, () -> changes.call(ana, list, seen, ListName.of("Other"), true));
        assertEquals(kept, order(list));
        assertEquals("Sunday", card(list).name());
    }

    @Test
    public void othersSeeWhatIsSharedAndChangeNothing() {
        long list = create(ana, tracks);
        assertTrue(playlists.find(list, bia).isEmpty());
        assertEquals(List.of(), playlists.ofOthers(bia));
        changes.call(ana, list, version(list), ListName.of("For all"), true);

        PlaylistCard seen = playlists.find(list, bia).orElseThrow();
        assertEquals("For all", seen.name());
        assertEquals("Ana", seen.ownerName());
        assertFalse(seen.mine());
        assertEquals(List.of(seen), playlists.ofOthers(bia));
        assertEquals(List.of(), playlists.of(bia));
        assertEquals(List.of(), playlists.ofOthers(ana));
        long entry = songs.ofPlaylist(list, bia, 1).getFirst().entry();
        refused(ListRefused.Reason.MISSING, () -> changes.move(bia, list, seen.version(), entry, 2));
        refused(ListRefused.Reason.MISSING, () -> changes.remove(bia, list, seen.version(), entry));
        refused(ListRefused.Reason.MISSING, () -> changes.add(bia, list, tracks));
        refused(ListRefused.Reason.MISSING, () -> changes.call(bia, list, seen.version(), SUNDAY, false));
        refused(ListRefused.Reason.MISSING, () -> changes.delete(bia, list));
    }

    @Test
    public void aListIsFoundByTheBeginningsOfItsWordsIfOneMaySeeIt() {
        long list = create(ana, tracks);
        changes.call(ana, list, version(list), ListName.of("Müde Sonntage, 100 %"), false);
        assertEquals(List.of(card(list)), playlists.named(List.of("son", "mude"), ana, 5));
        assertEquals(List.of(), playlists.named(List.of("son", "dude"), ana, 5));
        assertEquals(List.of(), playlists.named(List.of("son"), bia, 5));
        assertEquals(List.of(), playlists.named(List.of(), ana, 5));
        changes.call(ana, list, version(list), ListName.of("Müde Sonntage"), true);
        assertEquals(
                "Müde Sonntage",
                playlists.named(List.of("sonn"), bia, 5).getFirst().name());
    }

    @Test
    public void anEntryOfAnotherListIsNotTouched() {
        long list = create(ana, tracks);
        long other = create(bia, tracks);
        long entry = songs.ofPlaylist(other, bia, 1).getFirst().entry();
        changes.remove(ana, list, version(list), entry);
        assertEquals(tracks, ids(songs.ofPlaylist(other, bia, 1)));
        changes.move(ana, list, version(list), entry, 3);
        assertEquals(tracks, ids(songs.ofPlaylist(other, bia, 1)));
        assertEquals(tracks, order(list));
    }

    @Test
    public void aDeletedListComesBackAsItWas() {
        long list = create(ana, tracks);
        changes.delete(ana, list);
        assertTrue(playlists.find(list, ana).isEmpty());
        assertEquals(List.of(), playlists.of(ana));
        assertEquals("Sunday", playlists.findDeleted(list, ana).orElseThrow().name());
        assertTrue(playlists.findDeleted(list, bia).isEmpty());
        refused(ListRefused.Reason.MISSING, () -> changes.add(ana, list, tracks));
        refused(ListRefused.Reason.MISSING, () -> changes.restore(bia, list));
        changes.restore(ana, list);
        assertEquals(tracks, order(list));

        changes.delete(ana, list);
        sql("update playlist set deleted = now() - interval '31 days'");
        create(ana, List.of());
        assertEquals(List.of(1L), numbers("select count(*) from playlist"));
    }

    @Test
    public void aTrackThatIsGoneStaysInTheListAndInNoOther() {
        long list = create(ana, tracks);
        favourites.add(FavouriteKind.TRACK, ana, tracks.get(0));
        plays.count(ana, tracks.get(0));
        sql("update track set gone = now() where id = " + tracks.get(0));

        assertTrue(songs.ofPlaylist(list, ana, 1).getFirst().gone());
        assertEquals(tracks, order(list));
        assertEquals(List.of(), songs.favourites(ana, 10));
        assertEquals(List.of(), songs.of(SmartList.RECENT, ana));
        sql("update track set gone = null");
        assertFalse(songs.ofPlaylist(list, ana, 1).getFirst().gone());
        assertEquals(List.of(tracks.get(0)), ids(songs.favourites(ana, 10)));
    }

    @Test
    public void aListHasNoMoreThanTenThousandEntries() {
        List<Long> many = Collections.nCopies(PlaylistChanges.MOST_ENTRIES, tracks.get(0));
        long list = create(ana, many);
        assertEquals(PlaylistChanges.MOST_ENTRIES, card(list).entries());
        assertEquals(PlaylistCard.PAGE, songs.ofPlaylist(list, ana, 20).size());
        assertEquals(List.of(), songs.ofPlaylist(list, ana, 21));
        refused(ListRefused.Reason.FULL, () -> changes.add(ana, list, List.of(tracks.get(1))));
        assertEquals(PlaylistChanges.MOST_ENTRIES, card(list).entries());
    }

    @Test
    public void nobodyKeepsMoreThanAThousandLists() {
        sql("insert into playlist (owner, name) select '" + ana + "', 'List ' || i from generate_series(1, 1000) i");
        refused(ListRefused.Reason.TOO_MANY, () -> changes.create(ana, SUNDAY, List.of()));
        assertEquals(1000, playlists.of(ana).size());
        create(bia, List.of());
    }

    @Test
    public void aFileOfAnotherProgramIsMatchedLeniently() {
        String file = """
                #EXTM3U
                #PLAYLIST:Evening
                #EXTINF:60,Whoever - Whatever
                D:\\Music\\COPPER LAMP TRIO\\After Closing\\01 two rooms.mp3
                ../Last%20Tram.m4a
                02 Last Tram.m4a
                #EXTINF:60,paper orbit - SLOW SATELLITES
                /mnt/elsewhere/unlike.ogg
                #EXTINF:-1,Varanda Pequena - Cancao de Quintal
                x.opus
                #EXTINF:12,Nobody - Nothing
                /gone/for/ever.mp3
                file:///home/ana/Quintal/02%20Patio%20Vazio.flac
                """;
        M3u read = M3u.read(file.getBytes(StandardCharsets.UTF_8));
        assertEquals("Evening", read.name());
        Imported imported = matches.find(read);
        assertEquals(
                List.of("Two Rooms", "Last Tram", "Slow Satellites", "Canção de Quintal", "Pátio Vazio"),
                imported.found().stream().map(this::title).toList());
        assertEquals(List.of("../Last%20Tram.m4a", "Nobody - Nothing"), imported.missing());
    }

    @Test
    public void aNameThatSeveralFilesHaveIsNotGuessed() {
        sql("create table kept_path as select id, path from track");
        sql("update track set path = '/music/a/disc 1/01.mp3' where id = " + tracks.get(0));
        sql("update track set path = '/music/b/disc 1/01.mp3' where id = " + tracks.get(1));
        try {
            Imported imported = matches.find(M3u.read("01.mp3\nb/disc 1/01.mp3\nx/a/disc 1/01.mp3".getBytes()));
            assertEquals(List.of(tracks.get(1), tracks.get(0)), imported.found());
            assertEquals(List.of("01.mp3"), imported.missing());
        } finally {
            sql("update track t set path = k.path from kept_path k where k.id = t.id");
            sql("drop table kept_path");
        }
    }

    @Test
    public void whatIsExportedIsFoundAgainAndTellsNoFolder() {
        long list = create(ana, tracks);
        String file = paths.m3u8(card(list));
        assertTrue(file.startsWith("#EXTM3U\n#PLAYLIST:Sunday\n#EXTINF:"), file);
        assertTrue(file.contains("\nCopper Lamp Trio/After Closing/01 Two Rooms.mp3\n"), file);
        assertEquals(
                tracks,
                matches.find(M3u.read(file.getBytes(StandardCharsets.UTF_8))).found());
    }

    @Test
    public void favouritesAreOnesOwn() {
        ReleaseCard release = catalogue.recentReleases(1).getFirst();
        for (int times = 0; times < 2; times++) {
            favourites.add(FavouriteKind.TRACK, ana, tracks.get(2));
            favourites.add(FavouriteKind.RELEASE, ana, release.id());
            favourites.add(FavouriteKind.ARTIST, ana, release.artistId());
        }
        assertEquals(List.of(tracks.get(2)), ids(songs.favourites(ana, 10)));
        assertTrue(songs.favourites(ana, 10).getFirst().favourite());
        assertEquals(List.of(release), catalogue.releases(favourites.ids(FavouriteKind.RELEASE, ana, 10)));
        assertEquals(
                release.artistName(),
                catalogue
                        .artists(favourites.ids(FavouriteKind.ARTIST, ana, 10))
                        .getFirst()
                        .name());
        for (FavouriteKind kind : FavouriteKind.values()) {
            assertEquals(List.of(), favourites.ids(kind, bia, 10));
            refused(ListRefused.Reason.MISSING, () -> favourites.add(kind, ana, 999_999_999L));
            favourites.ids(kind, ana, 10).forEach(id -> favourites.remove(kind, ana, id));
            assertEquals(List.of(), favourites.ids(kind, ana, 10));
        }
    }

    @Test
    public void playsMakeTheListsThatMakeThemselves() {
        for (Long track : List.of(tracks.get(1), tracks.get(3), tracks.get(3))) {
            plays.count(ana, track);
            sql("update play set last = last - interval '1 hour'");
        }
        plays.count(ana, tracks.get(1));
        plays.count(ana, tracks.get(1));
        plays.count(ana, 999_999_999L);

        assertEquals(List.of(tracks.get(1), tracks.get(3)), ids(songs.of(SmartList.RECENT, ana)));
        assertEquals(
                List.of(2L, 2L),
                songs.of(SmartList.MOST, ana).stream().map(ListedTrack::plays).toList());
        assertEquals(3, songs.of(SmartList.NEVER, ana).size());
        assertEquals(5, songs.of(SmartList.NEVER, bia).size());
        List<Long> releases = plays.recentReleases(ana, 6);
        assertEquals(2, releases.size());
        assertEquals("After Closing", catalogue.releases(releases).getFirst().title());
    }

    @Test
    public void aQueueComesBackWithoutWhatIsGone() {
        assertTrue(queues.find(ana).isEmpty());
        queues.keep(ana, new PlayQueue(tracks, 2, 12.5, true, "all"));
        KeptQueue kept = queues.find(ana).orElseThrow();
        assertEquals(tracks, ids(kept.songs()));
        assertEquals(2, kept.index());
        assertEquals(12.5, kept.position());

        sql("update track set gone = now() where id = " + tracks.get(0));
        assertEquals(1, queues.find(ana).orElseThrow().index());
        assertEquals(12.5, queues.find(ana).orElseThrow().position());
        sql("update track set gone = now() where id = " + tracks.get(2));
        KeptQueue rest = queues.find(ana).orElseThrow();
        assertEquals(tracks.get(3), rest.songs().get(rest.index()).id());
        assertEquals(0, rest.position(), "another track begins at its beginning");

        queues.keep(ana, new PlayQueue(List.of(), 0, 0, false, "off"));
        assertEquals(List.of(), queues.find(ana).orElseThrow().songs());
        assertTrue(queues.find(bia).isEmpty());
    }

    @Test
    public void whatIsAPersonsGoesWithThem() {
        for (Owner owner : List.of(ana, Owner.HOUSEHOLD)) {
            create(owner, tracks);
            favourites.add(FavouriteKind.TRACK, owner, tracks.get(0));
            plays.count(owner, tracks.get(0));
            queues.keep(owner, new PlayQueue(tracks, 0, 0, false, "off"));
        }
        sql("delete from person");
        for (String table : List.of("playlist", "favourite_track", "play", "play_queue")) {
            assertEquals(
                    List.of(1L), numbers("select count(*) from " + table), "the household's alone is left: " + table);
            sql("delete from " + table);
        }
    }
}
