package app.tutti.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.PackagedWar;
import app.tutti.account.access.control.HostTickets;
import app.tutti.account.access.entity.HostTicket.Purpose;
import app.tutti.catalog.federation.control.PushRequest;
import app.tutti.catalog.federation.entity.PushedBatch;
import app.tutti.stories.TuttiServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A library at home, told to a public server over a way that is not always there. In order: each goes on from the last. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PushIT {
    private static final String KEY = "a key for two servers, forty characters";
    private static final int RECORDS = 9;
    private static final int TRACKS = 50;
    private static final int ALL = RECORDS * TRACKS;
    private static final Pattern COVER = Pattern.compile("/covers/([0-9a-f]{64})-\\d+");

    private static final String COUNTED = """
            select concat_ws(' ', t.title, date_trunc('milliseconds', t.added), r.track_count, a.track_count, a.release_count)
            from track t join release r on r.id = t.release_id join artist a on a.id = t.artist_id
            where t.gone is null order by 1""";

    @TempDir
    private static Path music;

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static PushWay way;
    private static TuttiServer home;
    private static TuttiServer everybodys;

    private final HostTickets tickets = new HostTickets(Optional.of(KEY));

    @BeforeAll
    static void bothRun() throws IOException {
        byte[] tone = withoutTags();
        for (int record = 1; record <= RECORDS; record++) {
            Path folder = Files.createDirectories(music.resolve("Lamp Trio").resolve("Evening " + record));
            for (int track = 1; track <= TRACKS; track++) {
                Files.write(folder.resolve("Song %d of %d.wav".formatted(track, record)), tone);
            }
            Files.copy(Path.of("src/test/resources/catalog/cover.jpg"), folder.resolve("cover.jpg"));
        }
        way = new PushWay();
        everybodys = publicServer();
        everybodys.start();
        way.leadsTo(everybodys.url(""));
        // The second of three pieces does not get there, and of the third nobody hears that it has.
        way.next(PushWay.Fate.PASSES, PushWay.Fate.IS_LOST, PushWay.Fate.PASSES, PushWay.Fate.LOSES_ITS_ANSWER);
        home = TuttiServer.notStarted()
                .with("TUTTI_MUSIC_DIR", music.toString())
                .with("TUTTI_HOST_KEY", KEY)
                .with("TUTTI_PARTY_URL", way.address());
        home.start();
    }

    @AfterAll
    static void bothStop() {
        String logs = home.log() + everybodys.log();
        home.close();
        everybodys.close();
        way.close();
        assertFalse(logs.contains(KEY), "the key is in a log");
    }

    /** So that names and folders say what it is. */
    private static byte[] withoutTags() throws IOException {
        AudioFormat format = new AudioFormat(8000, 16, 1, true, false);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        AudioSystem.write(
                new AudioInputStream(new ByteArrayInputStream(new byte[1600]), format, 800),
                AudioFileFormat.Type.WAVE,
                file);
        return file.toByteArray();
    }

    private static TuttiServer publicServer() {
        return TuttiServer.notStarted()
                .with("TUTTI_PARTY_ROLE", "listener")
                .with("TUTTI_HOST_KEY", KEY)
                .with("TUTTI_PARTY_ORIGINS", "http://localhost:8080");
    }

    @Test
    @Order(1)
    void aBrokenPushGoesOnWhereItWas() throws Exception {
        PackagedWar.await("everything is told", () -> home.log().contains("The public server has everything"));
        // All of them once; the piece that was lost once more; the piece whose answer was lost for the old count, which
        // is refused, and for the new one.
        int rest = ALL - 2 * PushedBatch.MOST_TRACKS;
        int again = PushedBatch.MOST_TRACKS + 2 * rest;
        assertEquals(ALL + again, way.tracks());
        assertEquals(List.of(), missing(songs()));
    }

    @Test
    @Order(2)
    void listenersBrowseThereAndHearNothing() throws Exception {
        String artists = page("/artists");
        assertTrue(artists.contains("Lamp Trio"), "no artist");
        String releases = page("/releases");
        Matcher cover = COVER.matcher(releases);
        assertTrue(cover.find(), "no cover");
        assertEquals(1, way.covers(), "nine records have one cover");
        byte[] jpeg = HTTP.send(
                        HttpRequest.newBuilder(URI.create(everybodys.url("/covers/" + cover.group(1) + "-full.jpg")))
                                .build(),
                        BodyHandlers.ofByteArray())
                .body();
        assertTrue(ImageIO.read(new ByteArrayInputStream(jpeg)).getWidth() > 0);
        for (long id = 1; id <= 60; id++) {
            assertEquals(403, status("/api/tracks/" + id + "/audio"), "track " + id);
        }
        assertTrue(page("/search?q=song+7+of+3").contains("Song 7 of 3"));
    }

    @Test
    @Order(3)
    void whatIsDeletedAtHomeIsGoneThereAndNothingElseIsTold() throws Exception {
        way.forget();
        Files.delete(song(1, 1));
        Files.move(song(2, 1), music.resolve("Lamp Trio/Evening 1/Renamed.wav"));
        try (var files = Files.list(music.resolve("Lamp Trio/Evening 9"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        PackagedWar.await("the record is gone", () -> !page("/releases").contains("Evening 9"));
        PackagedWar.await("the song is gone", () -> !found("Song 1 of 1"));
        PackagedWar.await("the song has another name", () -> found("Renamed"));
        assertFalse(found("Song 2 of 1"));
        assertEquals(1 + TRACKS, way.gone());
        assertEquals(1, way.tracks());
        assertEquals(home.ask(COUNTED), everybodys.ask(COUNTED));
    }

    @Test
    @Order(4)
    void aPublicServerThatHasLostEverythingIsToldAgain() throws Exception {
        TuttiServer before = everybodys;
        everybodys = publicServer();
        everybodys.start();
        way.leadsTo(everybodys.url(""));
        before.close();
        way.forget();
        Files.delete(song(3, 2));
        PackagedWar.await("all of it is there again", () -> found("Song 50 of 8"));
        PackagedWar.await("with covers", () -> COVER.matcher(page("/releases")).find());
        assertEquals(ALL - 2 - TRACKS, way.tracks());
        assertFalse(found("Song 3 of 2"));
    }

    @Test
    @Order(5)
    void aTrackThatIsRefusedIsLeftOutUntilItChanges() throws Exception {
        // No scan makes such a title. It is what home has all the same, and the public server takes none so long.
        String tooLong = "Refused " + "x".repeat(500);
        home.ask("update track set title = '" + tooLong + "' where title = 'Song 31 of 4' returning id");
        home.ask("update track set year = 1999 where title like 'Song % of 4' returning id");
        way.forget();
        Files.copy(song(1, 5), music.resolve("Lamp Trio/Evening 5/Between.wav"));
        PackagedWar.await("the rest is told", () -> found("Between"));
        assertEquals(
                List.of(String.valueOf(TRACKS - 1)),
                everybodys.ask("select count(*) from track where year = 1999 and title like 'Song % of 4'"));
        PackagedWar.await("it is said", () -> warnings() == 1);
        assertTrue(found("Song 31 of 4"), "what it took before stays");

        way.forget();
        Files.copy(song(1, 5), music.resolve("Lamp Trio/Evening 5/Later.wav"));
        PackagedWar.await("the next is told", () -> found("Later"));
        assertEquals(1, way.tracks(), "it has not changed");
        assertEquals(1, warnings());

        home.ask("update track set title = 'Taken at last' where title = '" + tooLong + "' returning id");
        Files.delete(music.resolve("Lamp Trio/Evening 5/Later.wav"));
        PackagedWar.await("it is told when it has changed", () -> found("Taken at last"));
        assertFalse(found("Song 31 of 4"));
    }

    private static long warnings() {
        return home.log()
                .lines()
                .filter(line -> line.contains("does not take \"Refused xxx"))
                .count();
    }

    @Test
    @Order(6)
    void whoHasNoTicketForItTellsNothing() throws Exception {
        String path = batches(UUID.randomUUID());
        byte[] piece = piece("");
        assertEquals(401, post(path, piece, null));
        assertEquals(401, post(path, piece, "a.b.c"));
        String strangers =
                new HostTickets(Optional.of(KEY + KEY)).issue(Purpose.CATALOGUE, hash(path, piece), Instant.now());
        assertEquals(401, post(path, piece, strangers));
        assertEquals(401, post(path, piece, ticket(path, piece("\"x\""))), "the ticket of another body");
        assertEquals(401, post(path, piece, ticket(batches(UUID.randomUUID()), piece)), "of another home");
        String party = tickets.issue(Purpose.PARTY, hash(path, piece), Instant.now());
        assertEquals(401, post(path, piece, party));
        String old = tickets.issue(
                Purpose.CATALOGUE, hash(path, piece), Instant.now().minusSeconds(60));
        assertEquals(401, post(path, piece, old));

        String once = ticket(path, piece);
        assertEquals(200, post(path, piece, once));
        assertEquals(401, post(path, piece, once), "a ticket is good once");
    }

    @Test
    @Order(7)
    void nobodyTellsAHomeServer() throws Exception {
        String path = batches(UUID.randomUUID());
        byte[] piece = piece("");
        assertEquals(404, post(home, path, piece, ticket(path, piece)));
    }

    @Test
    @Order(8)
    void whatNoScanWouldHaveFoundIsRefused() throws Exception {
        assertEquals(200, tell(piece(track("Fine"))), "the premise: this is a piece");
        for (String wrong : List.of(
                "",
                "{}",
                "[]",
                "{\"from\":0}",
                "[".repeat(5000),
                text(piece(track("Fine"))).replace("\"from\":0", "\"from\":-1"),
                text(piece(track("Fine"))).replace("\"from\":0", "\"from\":1e999999999"),
                text(piece(track("Fine"))).replace("\"last\":true", "\"last\":1"),
                text(piece(track("NUL \\u0000"))),
                text(piece(track("two\\nlines"))),
                text(piece(track(" "))),
                text(piece(track("x".repeat(501)))),
                text(piece(track("Fine"))).replace("WAV", "EXE"),
                text(piece(track("Fine"))).replace("\"artists\":[\"Ana\"]", "\"artists\":[]"),
                text(piece(track("Fine")))
                        .replace("\"artists\":[\"Ana\"]", "\"artists\":[" + "\"Ana\",".repeat(32) + "\"Ana\"]"),
                text(piece(track("Fine"))).replace("\"genres\":[]", "\"genres\":[7]"),
                text(piece(track("Fine"))).replace("c0ffee", "../../etc"),
                text(piece(track("Fine"))).replace("\"disc\":1", "\"disc\":99999999999"),
                text(piece(track("Fine"))).replace("\"disc\":1", "\"disc\":1,\"gain\":1e30"),
                text(piece(track("Fine"))).replace("\"disc\":1", "\"disc\":1,\"cover\":\"none\""),
                text(piece(track("Fine") + "," + track("Twice"))),
                text(piece(IntStream.rangeClosed(1, PushedBatch.MOST_TRACKS + 1)
                        .mapToObj(id -> track("Fine").replace("\"id\":1,", "\"id\":" + id + ","))
                        .collect(Collectors.joining(",")))))) {
            assertEquals(400, tell(wrong.getBytes(StandardCharsets.UTF_8)), wrong);
        }
        assertEquals(413, tell(new byte[1024 * 1024 + 1]));
    }

    @Test
    @Order(9)
    void aCoverIsTakenWhenItIsAPictureThatIsMissed() throws Exception {
        UUID another = UUID.randomUUID();
        String sent = "ab".repeat(32);
        byte[] piece = piece(track("Pictured").replace("\"disc\":1", "\"disc\":1,\"cover\":\"" + sent + "\""));
        String path = batches(another);
        assertEquals(200, post(path, piece, ticket(path, piece)));
        byte[] picture = Files.readAllBytes(Path.of("src/test/resources/catalog/cover.jpg"));
        assertEquals(404, put(another, "cd".repeat(32), picture), "no track has it");
        assertEquals(413, put(another, sent, new byte[512 * 1024 + 1]));
        assertEquals(422, put(another, sent, Files.readAllBytes(Path.of("src/test/resources/catalog/bomb.png"))));
        assertEquals(422, put(another, sent, "<svg/>".getBytes(StandardCharsets.UTF_8)));
        assertEquals(204, put(another, sent, picture));
    }

    private static List<String> songs() {
        return IntStream.rangeClosed(1, RECORDS)
                .boxed()
                .flatMap(record -> IntStream.of(1, 17, 50).mapToObj(track -> "Song %d of %d".formatted(track, record)))
                .toList();
    }

    private static List<String> missing(List<String> songs) {
        return songs.stream().filter(song -> !found(song)).toList();
    }

    private static boolean found(String song) {
        return page("/search?q=" + song.replace(' ', '+')).contains(">" + song + "<");
    }

    private static Path song(int track, int record) {
        return music.resolve("Lamp Trio/Evening %d/Song %d of %d.wav".formatted(record, track, record));
    }

    private int tell(byte[] body) throws Exception {
        String path = batches(UUID.nameUUIDFromBytes(new byte[] {1}));
        return post(path, body, ticket(path, body));
    }

    private String ticket(String path, byte[] body) {
        return tickets.issue(Purpose.CATALOGUE, hash(path, body), Instant.now());
    }

    private static String hash(String path, byte[] body) {
        return new PushRequest("POST", path, body).hash();
    }

    private int put(UUID homeServer, String sha256, byte[] cover) throws Exception {
        String path = "/api/catalogue/" + homeServer + "/covers/" + sha256;
        String ticket = tickets.issue(Purpose.CATALOGUE, new PushRequest("PUT", path, cover).hash(), Instant.now());
        return send(everybodys, "PUT", path, cover, ticket);
    }

    private static int post(String path, byte[] body, String ticket) throws Exception {
        return post(everybodys, path, body, ticket);
    }

    private static int post(TuttiServer server, String path, byte[] body, String ticket) throws Exception {
        return send(server, "POST", path, body, ticket);
    }

    private static int send(TuttiServer server, String method, String path, byte[] body, String ticket)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url(path)))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        if (ticket != null) {
            request.header("Authorization", "Bearer " + ticket);
        }
        return HTTP.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    private static int status(String path) throws Exception {
        return HTTP.send(asked(path), BodyHandlers.discarding()).statusCode();
    }

    private static HttpRequest asked(String path) {
        return HttpRequest.newBuilder(URI.create(everybodys.url(path)))
                .header("Cookie", everybodys.key().cookie())
                .build();
    }

    private static String page(String path) {
        try {
            return HTTP.send(asked(path), BodyHandlers.ofString()).body();
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String batches(UUID homeServer) {
        return "/api/catalogue/" + homeServer + "/batches";
    }

    private static byte[] piece(String tracks) {
        return "{\"from\":0,\"last\":true,\"coversAfter\":\"\",\"tracks\":[%s],\"gone\":[]}"
                .formatted(tracks)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] piece) {
        return new String(piece, StandardCharsets.UTF_8);
    }

    private static String track(String title) {
        return """
                {"id":1,"title":"%s","artist":"Ana","artists":["Ana"],"release":"One","releaseKey":"c0ffee",\
                "compilation":false,"disc":1,"genres":[],"format":"WAV","duration":1000,"added":1}""".formatted(title);
    }
}
