package app.tutti.catalog.covers.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.tutti.account.pictures.Picture;
import app.tutti.account.pictures.PictureRefused;
import app.tutti.catalog.files.control.Ffmpeg;
import app.tutti.catalog.files.control.FileRefused;
import app.tutti.catalog.files.control.TestFiles;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class CoverPictureTest {
    @Test
    void aPictureBombIsRefusedByItsHeader() {
        FileRefused refused = assertThrows(FileRefused.class, () -> CoverPicture.of(TestFiles.bytes("bomb.png")));
        assertTrue(refused.getMessage().contains("30000"), refused.getMessage());
    }

    /** 36 bytes that say they are 39 million pixels of one colour. */
    @Test
    void aFewBytesOfWebPWithMillionsOfPixelsAreNotDecodedHere() {
        byte[] bomb = TestFiles.bytes("bomb.webp");
        PictureRefused refused = assertThrows(PictureRefused.class, () -> Picture.decoded(bomb, 640));
        assertTrue(refused.getMessage().contains("6244"), refused.getMessage());
    }

    @Test
    void avifIsReadWhereFfmpegIs() throws Exception {
        assumeTrue(Ffmpeg.isThere());
        BufferedImage cover = cover(TestFiles.bytes("cover.avif"));
        assertEquals(320, cover.getWidth());
        assertTrue(new Color(cover.getRGB(5, 5)).getGreen() > 100, "it is green");
    }

    @Test
    void whatFfmpegCannotReadIsRefusedAndRemembered() {
        assumeTrue(Ffmpeg.isThere());
        byte[] broken = "RIFF1234WEBPVP8 broken".getBytes(StandardCharsets.US_ASCII);
        assertThrows(FileRefused.class, () -> CoverPicture.of(broken));
        FileRefused again = assertThrows(FileRefused.class, () -> CoverPicture.of(broken));
        assertTrue(again.getMessage().contains("the last time"), again.getMessage());
    }

    @Test
    void fiftyMegapixelsAreThinnedOutWhileTheyAreRead() throws Exception {
        for (String format : List.of("jpeg", "png")) {
            BufferedImage huge = new BufferedImage(7_100, 7_100, BufferedImage.TYPE_BYTE_GRAY);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(huge, format, bytes);
            assertEquals(800, cover(bytes.toByteArray()).getWidth(), format);
        }
    }

    @Test
    void tooManyBytesAreRefusedUnseen() {
        byte[] tooMany = new byte[(int) CoverPicture.MOST_BYTES + 1];
        assertThrows(FileRefused.class, () -> CoverPicture.of(tooMany));
    }

    @Test
    void whatIsNoPictureIsRefused() {
        assertThrows(FileRefused.class, () -> CoverPicture.of(TestFiles.bytes("text.mp3")));
        assertThrows(FileRefused.class, () -> CoverPicture.of(new byte[0]));
    }

    @Test
    void aLargePictureIsScaledDownInProportion() throws Exception {
        BufferedImage cover = cover(png(new BufferedImage(5000, 2500, BufferedImage.TYPE_INT_RGB)));
        assertEquals(800, cover.getWidth());
        assertEquals(400, cover.getHeight());
    }

    @Test
    void aSmallPictureKeepsItsSize() throws Exception {
        BufferedImage cover = cover(TestFiles.bytes("cover.jpg"));
        assertEquals(64, cover.getWidth());
        assertEquals(64, cover.getHeight());
    }

    @Test
    void aLineStaysALine() throws Exception {
        BufferedImage cover = cover(png(new BufferedImage(4000, 1, BufferedImage.TYPE_INT_RGB)));
        assertEquals(800, cover.getWidth());
        assertEquals(1, cover.getHeight());
    }

    @Test
    void whatCanBeSeenThroughIsWhite() throws Exception {
        BufferedImage cover = cover(png(new BufferedImage(10, 10, BufferedImage.TYPE_INT_ARGB)));
        assertEquals(Color.WHITE, new Color(cover.getRGB(5, 5)));
    }

    private static BufferedImage cover(byte[] picture) throws Exception {
        return ImageIO.read(new ByteArrayInputStream(CoverPicture.of(picture)));
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }
}
