package app.tutti.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.PackagedWar;
import app.tutti.catalog.control.Catalogue;
import app.tutti.catalog.control.CoverFiles;
import app.tutti.catalog.control.Scanner;
import app.tutti.catalog.entity.ReleaseCard;
import app.tutti.catalog.entity.ReleasePage;
import app.tutti.catalog.entity.TrackRow;
import jakarta.inject.Inject;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The demo library through the real server and the real database. */
@ExtendWith(ArquillianExtension.class)
public class CatalogueIT {
    @Inject
    Catalogue catalogue;

    @Inject
    CoverFiles covers;

    @Inject
    Scanner scanner;

    @Deployment
    static WebArchive war() {
        return PackagedWar.with(CatalogueIT.class);
    }

    @BeforeEach
    void theDemoMusicIsThere() throws InterruptedException {
        PackagedWar.await("the demo library is scanned", () -> {
            var progress = scanner.progress();
            return !progress.running() && progress.total() > 0;
        });
    }

    @Test
    public void everyDemoPieceIsInTheCatalogue() {
        assertEquals(5, catalogue.size().tracks());
        assertEquals(0, scanner.progress().refused());
    }

    @Test
    public void everyReleaseHasAnArtistACoverAndItsTracksInOrder() {
        List<ReleaseCard> releases = catalogue.recentReleases(100);
        assertFalse(releases.isEmpty());
        for (ReleaseCard card : releases) {
            ReleasePage page = catalogue.release(card.id()).orElseThrow();
            assertTrue(catalogue.artist(page.artistId()).isPresent());
            assertTrue(covers.find(page.cover()).isPresent());
            List<Integer> numbers = page.tracks().stream().map(TrackRow::number).toList();
            assertEquals(numbers.stream().sorted().toList(), numbers);
            assertTrue(page.tracks().stream().allMatch(track -> track.durationSeconds() > 10));
        }
    }

    @Test
    public void aSecondScanChangesNothing() throws InterruptedException {
        List<ReleaseCard> before = catalogue.recentReleases(100);
        scanner.scan();
        assertEquals(before, catalogue.recentReleases(100));
        assertEquals(5, catalogue.size().tracks());
    }
}
