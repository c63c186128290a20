package app.tutti.party.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.catalog.files.control.FileRefused;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PartyCoversTest {
    private final PartyCovers covers = new PartyCovers();

    @Test
    void theLastFewAreKept() throws FileRefused, IOException {
        List<String> hashes = new ArrayList<>();
        for (int shade = 0; shade < 5; shade++) {
            hashes.add(covers.keep(png(32, 0x303030 * shade)));
        }
        assertTrue(covers.find(hashes.get(0)).isEmpty(), "five are more than a party needs");
        assertTrue(hashes.stream().skip(1).allMatch(hash -> covers.find(hash).isPresent()));
        covers.keep(png(32, 0x303030));
        covers.keep(png(32, 0xff0000));
        assertTrue(covers.find(hashes.get(1)).isPresent(), "who sends one again wants it now");
        assertFalse(covers.find(hashes.get(2)).isPresent());
    }

    @Test
    void aLargeCoverIsShownSmaller() throws FileRefused, IOException {
        byte[] jpeg = covers.find(covers.keep(png(1500, 0x404040))).orElseThrow();
        assertEquals(640, ImageIO.read(new ByteArrayInputStream(jpeg)).getWidth());
    }

    @Test
    void whatIsNoPictureIsRefused() {
        assertThrows(FileRefused.class, () -> covers.keep("<script>".getBytes()));
    }

    private static byte[] png(int side, int colour) throws IOException {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < side; x++) {
            for (int y = 0; y < side; y++) {
                image.setRGB(x, y, colour);
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }
}
