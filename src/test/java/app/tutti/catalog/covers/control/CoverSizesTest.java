package app.tutti.catalog.covers.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoverSizesTest {
    @TempDir
    Path data;

    @Test
    void everySizeIsMadeOnceAndKept() throws Exception {
        CoverFiles covers = new CoverFiles(new DiskCovers(data.resolve("covers")));
        CoverSizes sizes = new CoverSizes(covers);
        String cover = covers.keep(picture(900, 600));
        for (int size : CoverSizes.SIZES) {
            BufferedImage small =
                    ImageIO.read(sizes.jpeg(cover, size).orElseThrow().toFile());
            assertEquals(size, small.getWidth());
        }
        Path small = sizes.jpeg(cover, 96).orElseThrow();
        FileTime longAgo = FileTime.fromMillis(0);
        Files.setLastModifiedTime(small, longAgo);
        sizes.jpeg(cover, 96);
        assertEquals(longAgo, Files.getLastModifiedTime(small), "not made again");
    }

    @Test
    void aSmallPictureIsNotMadeLarger() throws Exception {
        CoverFiles covers = new CoverFiles(new DiskCovers(data.resolve("covers")));
        String cover = covers.keep(picture(120, 120));
        Path large = new CoverSizes(covers).jpeg(cover, 640).orElseThrow();
        assertEquals(120, ImageIO.read(large.toFile()).getWidth());
    }

    @Test
    void whatNobodyKeptIsNotThere() {
        assertEquals(
                Optional.empty(),
                new CoverSizes(new CoverFiles(new DiskCovers(data.resolve("covers")))).jpeg("0".repeat(64), 96));
    }

    @Test
    void aCoverThatGoesTakesItsSizesAlong() throws Exception {
        CoverFiles covers = new CoverFiles(new DiskCovers(data.resolve("covers")));
        String cover = covers.keep(picture(200, 200));
        Path small = new CoverSizes(covers).jpeg(cover, 96).orElseThrow();
        assertTrue(Files.exists(small), "made");
        covers.remove(List.of(cover));
        assertFalse(Files.exists(small));
    }

    private static byte[] picture(int width, int height) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}
