package app.tutti.catalog.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class CoverPictureTest {
    @Test
    void aPictureBombIsRefusedByItsHeader() {
        FileRefused refused = assertThrows(FileRefused.class, () -> CoverPicture.of(TestFiles.bytes("bomb.png")));
        assertTrue(refused.getMessage().contains("30000"), refused.getMessage());
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
