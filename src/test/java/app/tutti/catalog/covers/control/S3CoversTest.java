package app.tutti.catalog.covers.control;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.tutti.catalog.SmallStore;
import app.tutti.catalog.SmallStore.Mood;
import app.tutti.catalog.files.control.MusicFolders;
import app.tutti.catalog.files.control.Sha256;
import app.tutti.catalog.files.control.TestFiles;
import app.tutti.catalog.files.entity.AudioFormat;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Covers in a store by its protocol; the store checks every signature. */
class S3CoversTest {
    private static final long MEGABYTE = 1 << 20;

    @TempDir
    Path disk;

    private final AtomicLong nanoTime = new AtomicLong();
    private final List<CoverStore> opened = new ArrayList<>();
    private SmallStore store;

    @BeforeEach
    void theStoreIsWell() throws IOException {
        store = new SmallStore();
    }

    @AfterEach
    void nothingStaysOpen() {
        opened.forEach(CoverStore::close);
        store.close();
    }

    @Test
    void whatOneHasKeptIsThereForAnother() throws Exception {
        String cover = covers("one").keep(picture());
        assertEquals(List.of("tutti/" + cover + ".jpg"), store.keys());
        Path fetched = covers("other").find(cover).orElseThrow();
        assertArrayEquals(store.object("tutti/" + cover + ".jpg"), Files.readAllBytes(fetched));
        assertTrue(fetched.startsWith(disk.resolve("other")), "in its cache");
    }

    @Test
    void whatHasBeenFetchedIsNotFetchedAgain() throws Exception {
        String cover = covers("one").keep(picture());
        CoverFiles other = covers("other");
        store.takeAsked();
        other.find(cover);
        other.find(cover);
        assertEquals(List.of("GET tutti/" + cover + ".jpg"), store.takeAsked());
    }

    @Test
    void whatIsThereIsNotSentAgain() throws Exception {
        String cover = covers("one").keep(picture());
        store.takeAsked();
        covers("other").keep(picture());
        assertEquals(List.of("HEAD tutti/" + cover + ".jpg"), store.takeAsked());
    }

    @Test
    void sizesAreMadeOnceForEverybody() throws Exception {
        CoverFiles covers = covers("one");
        String cover = covers.keep(picture());
        assertEquals(96, width(new CoverSizes(covers).jpeg(cover, 96)));
        for (int size : CoverSizes.SIZES) {
            assertTrue(
                    store.keys().contains("tutti/sizes/" + cover + "-" + size + ".jpg"),
                    store.keys().toString());
        }
        store.takeAsked();
        assertEquals(320, width(new CoverSizes(covers("other")).jpeg(cover, 320)));
        assertEquals(List.of("GET tutti/sizes/" + cover + "-320.jpg"), store.takeAsked());
    }

    @Test
    void webpIsKeptInTheStoreToo() throws Exception {
        assumeTrue(WebP.isThere(), "needs ffmpeg");
        CoverFiles covers = covers("one");
        String cover = covers.keep(picture());
        assertEquals(Optional.empty(), new CoverSizes(covers).webp(cover, 96), "not made yet");
        store.awaitObject("tutti/sizes/" + cover + "-96.webp");
        byte[] webp = Files.readAllBytes(
                new CoverSizes(covers("other")).webp(cover, 96).orElseThrow());
        assertEquals("WEBP", new String(webp, 8, 4, java.nio.charset.StandardCharsets.US_ASCII));
    }

    @Test
    void aSizeThatNobodyHasMadeIsNotAskedForWithEveryPage() {
        CoverStore pictures = open("one", SmallStore.SECRET);
        assertEquals(Optional.empty(), pictures.find("sizes/a.webp"));
        assertEquals(Optional.empty(), pictures.find("sizes/a.webp"));
        assertEquals(List.of("GET tutti/sizes/a.webp"), store.takeAsked());
    }

    @Test
    void aCoverThatGoesTakesItsSizesAlong() throws Exception {
        CoverFiles covers = covers("one");
        String cover = covers.keep(picture());
        new CoverSizes(covers).jpeg(cover, 96);
        assertEquals(4, store.keys().size(), "one cover and three sizes");
        covers.remove(List.of(cover));
        assertEquals(List.of(), store.keys());
        assertEquals(Optional.empty(), covers.find(cover));
    }

    @Test
    void whatCannotBeDeletedNowIsDeletedLater() throws Exception {
        CoverFiles covers = covers("one");
        String cover = covers.keep(picture());
        String stays = covers.keep(TestFiles.bytes("cover.jpg"));
        store.is(Mood.FAILING);
        covers.remove(List.of(cover, stays));
        assertEquals(2, store.keys().size(), "both are there still");
        store.is(Mood.WELL);
        aPausePasses();
        covers.keep(TestFiles.bytes("cover.jpg"));
        covers.remove(List.of());
        assertEquals(List.of("tutti/" + stays + ".jpg"), store.keys(), "one is needed again");
    }

    @ParameterizedTest
    @EnumSource(
            value = Mood.class,
            names = {"WELL"},
            mode = EnumSource.Mode.EXCLUDE)
    void aStoreThatFailsCostsACoverAndIsTriedAgainLater(Mood mood) throws Exception {
        String cover = covers("one").keep(picture());
        CoverFiles other = covers("other");
        store.is(mood);
        store.takeAsked();
        for (int page = 0; page < 20; page++) {
            assertEquals(Optional.empty(), other.find(cover));
        }
        assertEquals(1, store.takeAsked().size(), "asked once, and then left alone");
        aPausePasses();
        assertEquals(Optional.empty(), other.find(cover));
        assertEquals(1, store.takeAsked().size(), "tried again, once");
        store.is(Mood.WELL);
        assertEquals(Optional.empty(), other.find(cover), "left alone");
        aPausePasses();
        assertTrue(other.find(cover).isPresent(), "tried again");
        assertTrue(other.find(cover).isPresent());
    }

    @Test
    void aStoreThatIsNotThereCostsACover() throws Exception {
        CoverFiles covers = covers("one");
        store.close();
        assertEquals(Optional.empty(), covers.find("0".repeat(64)));
        assertThrows(IOException.class, () -> covers.keep(picture()));
    }

    @Test
    void whatIsHereIsShownAndMadeOnceWhileTheStoreIsAway() throws Exception {
        CoverFiles covers = covers("one");
        CoverSizes sizes = new CoverSizes(covers);
        store.is(Mood.FAILING);
        assertThrows(IOException.class, () -> covers.keep(picture()));
        String cover = Sha256.of(CoverPicture.of(picture()));
        Path small = sizes.jpeg(cover, 96).orElseThrow();
        assertEquals(96, width(Optional.of(small)));
        Object made = Files.getAttribute(small, "unix:ino");
        assertEquals(made, Files.getAttribute(sizes.jpeg(cover, 96).orElseThrow(), "unix:ino"));
    }

    @Test
    void aCoverThatCannotBeKeptIsLookedForAgain() throws Exception {
        Path music = Files.createDirectory(disk.resolve("music"));
        Files.write(music.resolve("cover.jpg"), TestFiles.bytes("cover.jpg"));
        Path song = Files.write(music.resolve("song.flac"), TestFiles.bytes("untagged.flac"));
        CoverHunt hunt = new CoverHunt(covers("one"), new MusicFolders(Optional.of(music.toString()), null, null));
        var wanted = new CoverHunt.Wanted(7, List.of(new CoverHunt.Place(song, AudioFormat.FLAC)));
        store.is(Mood.FAILING);
        assertEquals(Optional.empty(), hunt.look(wanted));
        store.is(Mood.WELL);
        aPausePasses();
        String sha256 = hunt.look(wanted).orElseThrow().sha256().orElseThrow();
        assertEquals(List.of("tutti/" + sha256 + ".jpg"), store.keys());
    }

    @Test
    void wrongCredentialsAreToldOnceAndWithoutTheSecret() throws Exception {
        List<String> log = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                log.add(line.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger(S3Bucket.class.getName());
        logger.addHandler(handler);
        try {
            CoverFiles covers = new CoverFiles(open("one", "another-secret"));
            assertThrows(IOException.class, () -> covers.keep(picture()));
            assertThrows(IOException.class, () -> covers.keep(picture()));
            assertEquals(Optional.empty(), covers.find("0".repeat(64)));
        } finally {
            logger.removeHandler(handler);
        }
        assertEquals(List.of(), store.keys());
        assertEquals(1, log.size(), log.toString());
        assertTrue(log.getFirst().contains("403 SignatureDoesNotMatch"), log.toString());
        assertFalse(log.getFirst().contains("another-secret"));
    }

    private void aPausePasses() {
        nanoTime.addAndGet(CircuitBreaker.PAUSE.toNanos());
    }

    private CoverFiles covers(String cache) {
        return new CoverFiles(open(cache, SmallStore.SECRET));
    }

    private CoverStore open(String cache, String secret) {
        S3Bucket bucket = new S3Bucket(
                URI.create(store.endpoint() + "/" + SmallStore.BUCKET + "/tutti/"),
                SmallStore.REGION,
                AwsCredentialsIdentity.create(SmallStore.KEY, secret),
                nanoTime::get);
        CoverStore covers = new S3Covers(bucket, new CoverCache(disk.resolve(cache), MEGABYTE), nanoTime::get);
        opened.add(covers);
        return covers;
    }

    private static int width(Optional<Path> file) throws IOException {
        return ImageIO.read(file.orElseThrow().toFile()).getWidth();
    }

    private static byte[] picture() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(900, 900, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}
