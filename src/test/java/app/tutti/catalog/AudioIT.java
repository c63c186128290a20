package app.tutti.catalog;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.MachineKey;
import app.tutti.PackagedWar;
import app.tutti.catalog.files.control.MusicFolders;
import app.tutti.catalog.scan.control.Scanner;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What browsers cannot play, asked of the real server and made by the real ffmpeg. */
@ExtendWith(ArquillianExtension.class)
public class AudioIT {
    private static final Tone TONE = new Tone(1000, 2.5);

    @ArquillianResource
    private URL address;

    @Inject
    Scanner scanner;

    @Inject
    MusicFolders folders;

    @PersistenceContext
    EntityManager entities;

    private HttpClient client;
    private Path music;

    @Deployment
    static WebArchive war() {
        return PackagedWar.with(AudioIT.class).addClass(Tone.class);
    }

    @BeforeEach
    void anEmptyFolder() throws Exception {
        PackagedWar.await("the first scan", () -> {
            var progress = scanner.progress();
            return !progress.running() && progress.total() > 0;
        });
        client = HttpClient.newBuilder()
                .cookieHandler(MachineKey.cookies(address.toURI()))
                .build();
        music = Files.createDirectories(folders.folders().getFirst().resolve("audio-it"));
    }

    @AfterEach
    void nothingStays() throws Exception {
        client.close();
        try (Stream<Path> files = Files.walk(music)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        scanner.scan();
    }

    @Test
    public void whatBrowsersCannotPlayComesAsWhatTheyCan() throws Exception {
        sounds("alac", "a.m4a", "audio/flac");
        sounds("pcm_s16be", "b.aiff", "audio/flac");
        sounds("wmav2", "c.wma", "audio/mpeg");
    }

    private void sounds(String codec, String name, String type) throws Exception {
        URI track = track(TONE.write(music.resolve(name), codec));
        HttpResponse<byte[]> whole = get(track);
        assertEquals(200, whole.statusCode());
        assertEquals(type, header(whole, "Content-Type"));
        assertEquals("bytes", header(whole, "Accept-Ranges"));
        Tone heard = Tone.in(Files.write(music.resolve("heard"), whole.body()));
        assertEquals(TONE.hertz(), heard.hertz(), 5);
        assertEquals(TONE.seconds(), heard.seconds(), 0.15);
    }

    @Test
    public void aPartIsAPartOfTheCopy() throws Exception {
        URI track = track(TONE.write(music.resolve("a.aiff"), "pcm_s16be"));
        // As a browser asks first, when there is no copy yet.
        HttpResponse<byte[]> first = get(track, "Range", "bytes=0-1");
        assertEquals(206, first.statusCode());
        byte[] whole = get(track).body();
        assertEquals("bytes 0-1/" + whole.length, header(first, "Content-Range"));
        assertArrayEquals(Arrays.copyOf(whole, 2), first.body());

        String tag = header(first, "ETag");
        HttpResponse<byte[]> end = get(track, "Range", "bytes=-100", "If-Range", tag);
        assertArrayEquals(Arrays.copyOfRange(whole, whole.length - 100, whole.length), end.body());
        assertEquals(
                200, get(track, "Range", "bytes=-100", "If-Range", "\"other\"").statusCode());
        HttpResponse<byte[]> past = get(track, "Range", "bytes=" + whole.length + "-");
        assertEquals(416, past.statusCode());
        assertEquals("bytes */" + whole.length, header(past, "Content-Range"));
        assertEquals(304, get(track, "If-None-Match", tag).statusCode());
        HttpResponse<Void> head = client.send(
                HttpRequest.newBuilder(track)
                        .method("HEAD", HttpRequest.BodyPublishers.noBody())
                        .build(),
                BodyHandlers.discarding());
        assertEquals(
                String.valueOf(whole.length),
                head.headers().firstValue("Content-Length").orElseThrow());
    }

    @Test
    public void aLongFileComesWholeAndInPartsOverOneConnection() throws Exception {
        Path file = new Tone(440, 30).write(music.resolve("a.wav"), "pcm_s16le");
        byte[] whole = Files.readAllBytes(file);
        URI track = track(file);
        // HTTP/2 is off, for one connection of it could keep as many threads waiting as it has streams.
        for (Version version : List.of(Version.HTTP_1_1, Version.HTTP_2)) {
            assertArrayEquals(whole, get(track, version).body());
            HttpResponse<byte[]> part = get(track, version, "Range", "bytes=100001-3000000");
            assertEquals(206, part.statusCode());
            assertArrayEquals(Arrays.copyOfRange(whole, 100_001, 3_000_001), part.body());
            assertEquals(Version.HTTP_1_1, get(track, version).version());
        }
    }

    @Test
    public void whoReadsNothingHasEightDownloads() throws Exception {
        URI track = track(new Tone(440, 400).write(music.resolve("a.wav"), "pcm_s16le"));
        List<Socket> sockets = new ArrayList<>();
        try {
            for (int asked = 0; asked < 9; asked++) {
                sockets.add(ask(track));
            }
            List<String> answers = new ArrayList<>();
            for (Socket socket : sockets) {
                answers.add(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII));
            }
            assertEquals(8, answers.stream().filter("HTTP/1.1 200"::equals).count(), answers::toString);
            assertEquals(1, answers.stream().filter("HTTP/1.1 429"::equals).count(), answers::toString);
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
        PackagedWar.await("their places are free again", () -> isServed(track));
    }

    private boolean isServed(URI track) {
        try {
            return get(track).statusCode() == 200;
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Test
    public void whoStaysGetsItWhenTheOtherGoes() throws Exception {
        URI track = track(Tone.longSilence(music.resolve("a.aiff"), 900));
        Socket ana = ask(track);
        CompletableFuture<HttpResponse<byte[]>> bia =
                client.sendAsync(HttpRequest.newBuilder(track).build(), BodyHandlers.ofByteArray());
        PackagedWar.await("it is being made", () -> running() == 1);
        ana.close();
        assertEquals(200, bia.join().statusCode());
        Tone heard = Tone.in(Files.write(music.resolve("heard"), bia.join().body()));
        assertEquals(900, heard.seconds(), 0.001);
    }

    @Test
    public void whenAllHaveGoneItEnds() throws Exception {
        URI track = track(Tone.longSilence(music.resolve("a.aiff"), 3 * 3600));
        long before = copies("flac");
        try (Socket ana = ask(track);
                Socket bia = ask(track)) {
            PackagedWar.await("it is being made", () -> running() == 1);
        }
        PackagedWar.await("ffmpeg has ended", () -> running() == 0);
        PackagedWar.await("nothing unfinished is left", () -> copies("part") == 0);
        assertEquals(before, copies("flac"), "it was not made to its end");
    }

    @Test
    public void tooManyAreToldToComeAgain() throws Exception {
        int asking = 16 + Math.max(1, Runtime.getRuntime().availableProcessors() / 2) + 1;
        List<Path> songs = new ArrayList<>();
        for (int song = 0; song < asking; song++) {
            songs.add(Tone.longSilence(music.resolve(song + ".aiff"), 3 * 3600));
        }
        scanner.scan();
        List<Socket> sockets = new ArrayList<>();
        for (Path song : songs) {
            sockets.add(ask(find(song)));
        }
        PackagedWar.await("one is answered", () -> sockets.stream().anyMatch(AudioIT::isAnswered));
        List<Socket> answered = sockets.stream().filter(AudioIT::isAnswered).toList();
        assertEquals(1, answered.size());
        byte[] bytes = new byte[answered.getFirst().getInputStream().available()];
        answered.getFirst().getInputStream().read(bytes);
        String answer = new String(bytes, StandardCharsets.US_ASCII);
        assertTrue(answer.startsWith("HTTP/1.1 503 "), answer);
        assertTrue(answer.contains("\r\nRetry-After: 10\r\n"), answer);
        assertTrue(answer.contains("\r\nContent-Type: application/problem+json\r\n"), answer);
        long before = copies("flac");
        for (Socket socket : sockets) {
            socket.close();
        }
        PackagedWar.await("ffmpeg has ended", () -> running() == 0);
        assertTrue(copies("flac") <= before + 1, "those that waited were not begun");
    }

    private static boolean isAnswered(Socket socket) {
        try {
            return socket.getInputStream().available() > 0;
        } catch (IOException closed) {
            throw new IllegalStateException(closed);
        }
    }

    @Test
    public void whatFfmpegCannotReadIsSaidToBeSo() throws Exception {
        Path file = TONE.write(music.resolve("a.aiff"), "pcm_s16be");
        URI track = track(file);
        Files.write(file, new byte[1000]);
        HttpResponse<byte[]> answer = get(track);
        assertEquals(422, answer.statusCode());
        assertEquals("application/problem+json", header(answer, "Content-Type"));
    }

    private URI track(Path file) {
        scanner.scan();
        return find(file);
    }

    private URI find(Path file) {
        Object id = entities.createNativeQuery("select id from track where gone is null and path = ?1")
                .setParameter(1, file.toString())
                .getSingleResult();
        return URI.create(address.toString()).resolve("/api/tracks/" + id + "/audio");
    }

    private HttpResponse<byte[]> get(URI track, String... headers) throws Exception {
        return get(track, Version.HTTP_1_1, headers);
    }

    private HttpResponse<byte[]> get(URI track, Version version, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(track).version(version);
        return client.send(
                (headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofByteArray());
    }

    /** Asks and does not listen yet. */
    private static Socket ask(URI track) throws IOException {
        Socket socket = new Socket(track.getHost(), track.getPort());
        String request = "GET %s HTTP/1.1\r\nHost: %s\r\nCookie: %s\r\n\r\n"
                .formatted(
                        track.getPath(),
                        track.getAuthority(),
                        MachineKey.of(track).orElseThrow().cookie());
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElseThrow();
    }

    /** The server is this process. */
    private static long running() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().arguments().stream()
                        .flatMap(Stream::of)
                        .anyMatch(argument -> argument.endsWith(".part")))
                .count();
    }

    private static long copies(String ending) {
        Path copies = Path.of(System.getProperty("TUTTI_DATA_DIR")).resolve("converted");
        try (Stream<Path> files = Files.list(copies)) {
            return files.filter(file -> file.toString().endsWith("." + ending)).count();
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
