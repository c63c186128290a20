package app.tutti.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.PackagedWar;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Playlists, favourites and queues as browsers and programs ask for them: whose they are, and what is refused. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
public class ListsIT {
    private static final String JSON = "application/json";
    private static final String M3U = "audio/x-mpegurl";

    @ArquillianResource
    private URL address;

    private PersonBrowser ana;
    private PersonBrowser bia;
    private PersonBrowser nobody;
    private List<String> tracks;

    @Deployment(testable = false)
    static WebArchive war() {
        return PackagedWar.with(ListsIT.class).addClasses(PeopleFixture.class, PersonBrowser.class);
    }

    @BeforeEach
    void anaAndBiaAreHere() throws InterruptedException {
        URI server = URI.create(address.toString());
        ana = PersonBrowser.at(server);
        bia = PersonBrowser.at(server);
        nobody = PersonBrowser.at(server);
        assertEquals(204, ana.delete("/fixture").statusCode());
        assertEquals(303, ana.setUp(Cast.ADMIN.credentials()).statusCode());
        assertEquals(204, ana.post("/fixture", Cast.MEMBER.credentials()).statusCode());
        assertEquals(303, bia.fillIn("/sign-in", Cast.MEMBER.credentials()).statusCode());
        PackagedWar.await("the demo library is scanned", () -> tracks().size() == 5);
        tracks = tracks();
    }

    @AfterEach
    void nobodyIsAfterwards() {
        ana.delete("/fixture");
        ana.close();
        bia.close();
        nobody.close();
    }

    @Test
    void aPrivateListIsNotThereForOthersAndASharedOneIsNotTheirs() {
        String page = create(ana, "For Ana alone");
        String api = "/api" + page;
        assertTrue(ana.get(page).body().contains("For Ana alone"));
        assertTrue(ana.get("/playlists").body().contains("For Ana alone"));
        assertFalse(bia.get("/playlists").body().contains("For Ana alone"));
        for (String path : List.of(page, api + "/m3u8")) {
            assertEquals(404, bia.get(path).statusCode(), path);
        }

        String entry = found(ana.get(page).body(), "data-entry=\"(\\d+)\"");
        share(page);
        assertEquals(200, bia.get(page).statusCode());
        assertTrue(bia.get("/playlists").body().contains("For Ana alone"));
        assertFalse(bia.get(page).body().contains("data-entry"), "nothing there is hers to arrange");
        assertEquals(200, bia.get(api + "/m3u8").statusCode());
        assertEquals(404, bia.go("POST", api + "/entries", JSON, tracksJson()).statusCode());
        String move = "{\"version\":1,\"place\":2}";
        assertEquals(404, bia.go("PUT", api + "/entries/" + entry, JSON, move).statusCode());
        assertEquals(404, bia.delete(api + "/entries/" + entry + "?version=1").statusCode());
        Map<String, String> remove = Map.of("version", "1", "entry", entry);
        assertEquals(404, bia.fillIn("/playlists", page + "/entries", remove).statusCode());
        Map<String, String> name = Map.of("version", "1", "name", "Bia's");
        assertEquals(404, bia.fillIn("/playlists", page, name).statusCode());
        assertEquals(404, bia.fillIn("/playlists", page + "/removal", Map.of()).statusCode());
        assertTrue(ana.get(page).body().contains("For Ana alone"));
    }

    @Test
    void twoWindowsLoseNothing() {
        String page = create(ana, "Two windows");
        String entry = found(ana.get(page).body(), "data-entry=\"(\\d+)\"");
        String api = "/api" + page + "/entries/" + entry;
        HttpResponse<String> first = ana.go("PUT", api, JSON, "{\"version\":0,\"place\":2}");
        assertEquals(200, first.statusCode());
        assertEquals("{\"version\":1}", first.body());
        assertEquals(
                409, ana.go("PUT", api, JSON, "{\"version\":0,\"place\":4}").statusCode());
        assertEquals(409, ana.delete(api + "?version=0").statusCode());

        HttpResponse<String> late =
                ana.fillIn(page, page + "/entries", Map.of("version", "0", "entry", entry, "page", "1"));
        assertEquals(409, late.statusCode());
        assertTrue(late.body().contains("changed in another window"), late.body());
        assertEquals(200, ana.delete(api + "?version=1").statusCode());
    }

    @Test
    void whatWasAddedCanBeTakenBackAndIsToldBefore() {
        String page = create(ana, "Undo");
        String api = "/api" + page + "/entries";
        String track = found(tracksJson(), "(\\d+)");
        String lists = ana.get("/api/playlists?track=" + track).body();
        String own = "{\"id\":" + page.replaceAll("\\D", "") + ",\"name\":\"Undo\"";
        assertTrue(lists.contains(own), lists);
        String before = ana.get(page).body();

        HttpResponse<String> added = ana.go("POST", api, JSON, tracksJson());
        assertEquals(200, added.statusCode());
        String entry = found(added.body(), "\"entries\":\\[(\\d+)");
        assertTrue(ana.get(page).body().contains("data-entry=\"" + entry + "\""));
        assertEquals(404, bia.delete(api + "?entry=" + entry).statusCode(), "hers is not to change");

        assertEquals(204, ana.delete(api + "?entry=" + entry).statusCode());
        assertFalse(ana.get(page).body().contains("data-entry=\"" + entry + "\""));
        assertTrue(before.contains("data-entry"), "the list began with tracks");
        assertEquals(204, ana.delete(api + "?entry=" + entry).statusCode(), "twice does no harm");
    }

    @Test
    void formsDoWhatScriptsDo() {
        HttpResponse<String> created = ana.fillIn("/playlists", Map.of("name", " By <b>form</b>\u202E "));
        assertEquals(303, created.statusCode());
        String page = created.headers().firstValue("Location").orElseThrow();
        assertTrue(ana.get(page).body().contains("By &lt;b&gt;form&lt;/b&gt;<"), "cleaned and escaped");
        assertEquals(422, ana.fillIn("/playlists", Map.of("name", " ")).statusCode());
        assertEquals(
                422, ana.fillIn("/playlists", Map.of("name", "x".repeat(121))).statusCode());
        Map<String, String> noName = Map.of("version", "0", "name", "");
        assertEquals(422, ana.fillIn(page, page, noName).statusCode());

        HttpResponse<String> gone = ana.fillIn(page, page + "/removal", Map.of());
        String notice = gone.headers().firstValue("Location").orElseThrow();
        assertTrue(ana.get(notice).body().contains(page + "/restoration"));
        assertFalse(bia.get(notice).body().contains("/restoration"), "what others delete is not told");
        assertEquals(404, ana.get(page).statusCode());
        assertEquals(
                303, ana.fillIn("/playlists", page + "/restoration", Map.of()).statusCode());
        assertEquals(200, ana.get(page).statusCode());

        Map<String, String> heart =
                Map.of("kind", "tracks", "id", tracks.getFirst(), "on", "true", "to", "/favourites");
        HttpResponse<String> marked = ana.fillIn("/playlists", "/favourites", heart);
        assertEquals("/favourites", marked.headers().firstValue("Location").orElse(""));
        assertTrue(ana.get("/favourites").body().contains("data-track-id=\"" + tracks.getFirst() + "\""));
        assertFalse(bia.get("/favourites").body().contains("data-track-id"));
    }

    @Test
    void aFileIsBroughtAlongAndTakenAway() {
        String file = "#EXTM3U\nAfter Closing/01 Two Rooms.mp3\n#EXTINF:1,Nobody - <script>\nnothing.mp3\n";
        HttpResponse<String> brought = ana.go("POST", "/api/playlists/imports?name=Evening.m3u8", M3U, file);
        assertEquals(201, brought.statusCode(), brought.body());
        assertTrue(brought.body().contains("\"found\":1,\"notFound\":1,\"missing\":[\"Nobody - <script>\"]"));
        String page = brought.headers().firstValue("Location").orElseThrow();
        assertTrue(ana.get(page).body().contains("Evening"));
        HttpResponse<String> taken = ana.get("/api" + page + "/m3u8");
        assertTrue(taken.body().contains("\nCopper Lamp Trio/After Closing/01 Two Rooms.mp3\n"), taken.body());
        assertTrue(taken.headers().firstValue("Content-Disposition").orElse("").contains("Evening.m3u8"));

        HttpResponse<String> nothing = ana.go("POST", "/api/playlists/imports?name=x", M3U, "nothing.mp3");
        assertEquals(422, nothing.statusCode());
        assertTrue(nothing.body().contains("\"found\":0"));
        String tooLong = "x.mp3\n".repeat(10_001);
        assertEquals(
                422,
                ana.go("POST", "/api/playlists/imports?name=x", M3U, tooLong).statusCode());
        String large = "#".repeat((4 << 20) + 1);
        assertEquals(
                413, ana.go("POST", "/api/playlists/imports?name=x", M3U, large).statusCode());
    }

    @Test
    void whatIsNoJsonOfOursIsRefused() {
        String list = "/api" + create(ana, "Strict") + "/entries";
        for (String body : List.of(
                "",
                "[]",
                "{",
                "{}",
                "{\"tracks\":1}",
                "{\"tracks\":[\"1\"]}",
                "{\"tracks\":[1e999999999]}",
                "{\"tracks\":[1.5]}",
                "{\"tracks\":[null]}")) {
            assertEquals(400, ana.go("POST", list, JSON, body).statusCode(), body);
        }
        assertEquals(
                400, ana.go("POST", "/api/plays", JSON, "{\"track\":\"1\"}").statusCode());
        assertEquals(
                400,
                ana.go("POST", "/api/playlists", JSON, "{\"name\":\"\",\"tracks\":[]}")
                        .statusCode());
        assertEquals(
                415, ana.go("POST", "/api/plays", "text/plain", "{\"track\":1}").statusCode());
        assertEquals(413, ana.go("POST", list, JSON, " ".repeat(600_000)).statusCode());
        String many = "{\"tracks\":[" + "1,".repeat(10_000) + "1]}";
        assertEquals(400, ana.go("PUT", "/api/queue", JSON, queue(many)).statusCode());
        assertEquals(404, ana.go("PUT", "/api/favourites/genres/1", JSON, "").statusCode());
        assertEquals(
                404, ana.go("PUT", "/api/favourites/tracks/999999999", JSON, "").statusCode());
    }

    @Test
    void aQueueIsKeptForThePersonAlone() {
        assertEquals(204, ana.get("/api/queue").statusCode());
        assertEquals(204, ana.go("PUT", "/api/queue", JSON, queue(tracksJson())).statusCode());
        HttpResponse<String> kept = ana.get("/api/queue");
        assertEquals(200, kept.statusCode());
        assertTrue(kept.body().startsWith("{\"tracks\":[{\"id\":" + tracks.getFirst() + ",\"title\":\""), kept.body());
        assertTrue(kept.body()
                .contains("\"index\":1,\"position\":12.3,\"shuffle\":false,\"repeat\":\"off\",\"changed\":\"20"));
        assertEquals(204, bia.get("/api/queue").statusCode());
    }

    @Test
    void whatWasHeardStandsOnTheFirstPageAndInItsLists() {
        String play = "{\"track\":" + tracks.getFirst() + "}";
        assertFalse(ana.get("/").body().contains("/playlists/smart/recent"));
        assertEquals(204, ana.go("POST", "/api/plays", JSON, play).statusCode());
        assertTrue(ana.get("/").body().contains("/playlists/smart/recent"));
        assertFalse(bia.get("/").body().contains("/playlists/smart/recent"));
        assertTrue(ana.get("/playlists/smart/recent").body().contains("data-track-id=\"" + tracks.getFirst() + "\""));
        assertTrue(ana.get("/playlists/smart/most").body().contains("data-track-id=\"" + tracks.getFirst() + "\""));
        assertFalse(ana.get("/playlists/smart/never").body().contains("data-track-id=\"" + tracks.getFirst() + "\""));
        assertEquals(404, ana.get("/playlists/smart/other").statusCode());
    }

    @Test
    void whatTheHouseholdGatheredIsTheFirstAdmins() {
        String track = tracks.getFirst();
        assertEquals(204, ana.delete("/fixture").statusCode());
        nobody.get("/playlists");
        assertEquals(
                204,
                nobody.go("PUT", "/api/favourites/tracks/" + track, JSON, "").statusCode());
        String list = create(nobody, "Before set-up");
        assertEquals(303, ana.setUp(Cast.ADMIN.credentials()).statusCode());
        assertTrue(ana.get("/favourites").body().contains("data-track-id=\"" + track + "\""));
        assertTrue(ana.get(list).body().contains("Before set-up"));
    }

    @Test
    void whoIsNotSignedInIsToldSo() {
        assertEquals(401, nobody.get("/api/queue").statusCode());
        assertEquals(401, nobody.go("POST", "/api/plays", JSON, "{\"track\":1}").statusCode());
        assertEquals(303, nobody.get("/playlists").statusCode());
    }

    private String create(PersonBrowser owner, String name) {
        String body = tracksJson().replaceFirst("\\{", "{\"name\":\"" + name + "\",");
        HttpResponse<String> created = owner.go("POST", "/api/playlists", JSON, body);
        assertEquals(201, created.statusCode(), created.body());
        return created.headers().firstValue("Location").orElseThrow();
    }

    private void share(String page) {
        Map<String, String> shared = Map.of("version", "0", "name", "For Ana alone", "shared", "true");
        assertEquals(303, ana.fillIn(page, page, shared).statusCode());
    }

    private String tracksJson() {
        return "{\"tracks\":[" + String.join(",", tracks) + "]}";
    }

    private static String queue(String tracksJson) {
        return tracksJson.replaceFirst("}$", ",\"index\":1,\"position\":12.3,\"shuffle\":false,\"repeat\":\"off\"}");
    }

    private List<String> tracks() {
        return Pattern.compile("data-track-id=\"(\\d+)\"")
                .matcher(ana.get("/playlists/smart/never").body())
                .results()
                .map(row -> row.group(1))
                .collect(Collectors.toList());
    }

    private static String found(String page, String pattern) {
        Matcher match = Pattern.compile(pattern).matcher(page);
        assertTrue(match.find(), pattern);
        return match.group(1);
    }
}
