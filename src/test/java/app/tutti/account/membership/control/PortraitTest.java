package app.tutti.account.membership.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.account.people.entity.PersonId;
import app.tutti.account.people.entity.PersonPicture;
import app.tutti.account.pictures.ExifOrientation;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pictures are under {@code src/test/resources/account}, made by {@code make.sh} there. */
class PortraitTest {
    private static final PersonId ANA = PersonId.next();

    @ParameterizedTest
    @ValueSource(strings = {"upright.png", "upright.gif", "upright.webp"})
    void everyKindIsTakenAndShownInTwoSizes(String file) throws IOException {
        PersonPicture picture = portrait(bytes(file)).orElseThrow();
        assertEquals(Portrait.LARGE, image(picture.large()).getHeight());
        assertEquals(Portrait.SMALL, image(picture.small()).getHeight());
        assertUpright(image(picture.large()));
        assertUpright(image(picture.small()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void howeverThePhoneWasHeldThePictureIsUpright(int orientation) throws IOException {
        byte[] photo = bytes("turned-" + orientation + ".jpg");
        assertEquals(orientation, ExifOrientation.of(photo).value(), "the file must say how it lies");
        assertUpright(image(portrait(photo).orElseThrow().large()));
    }

    @Test
    void whatAPhoneSaysBesidesThePixelsDoesNotStay() throws IOException {
        byte[] photo = bytes("turned-6.jpg");
        assertTrue(text(photo).contains("Exif"), "it must be there to begin with");
        assertTrue(!text(portrait(photo).orElseThrow().large()).contains("Exif"));
    }

    @Test
    void aBrokenExifSegmentCostsNoPicture() throws IOException {
        byte[] photo = bytes("turned-6.jpg");
        int tiff = text(photo).indexOf("MM");
        // Where the first directory is: far behind the end.
        Arrays.fill(photo, tiff + 4, tiff + 8, (byte) 0x7f);
        assertTrue(ExifOrientation.of(photo).isUpright());
        assertTrue(portrait(photo).isPresent());
    }

    @Test
    void everyCutOfAPhotoIsEitherTakenOrRefused() throws IOException {
        byte[] photo = bytes("turned-8.jpg");
        for (int length = 0; length < photo.length; length++) {
            byte[] cut = Arrays.copyOf(photo, length);
            assertTrue(ExifOrientation.of(cut).value() >= 1);
            portrait(cut);
        }
    }

    @Test
    void aPictureBombIsRefusedByItsHeader() throws IOException {
        byte[] bomb = bytes("bomb.png");
        assertNotEquals(0, bomb.length);
        assertEquals(Optional.empty(), portrait(bomb));
        assertEquals(Optional.empty(), portrait(bytes("bomb.webp")));
    }

    @Test
    void whatIsNoPictureIsRefused() {
        assertEquals(Optional.empty(), portrait("no picture".getBytes(StandardCharsets.UTF_8)));
        assertEquals(Optional.empty(), portrait(new byte[0]));
        assertEquals(Optional.empty(), portrait(new byte[Portrait.MOST_BYTES + 1]));
    }

    private static void assertUpright(BufferedImage image) {
        int near = image.getWidth() / 8;
        int far = image.getWidth() - near;
        assertLooks(Color.RED, image, near, near);
        assertLooks(Color.GREEN, image, far, near);
        assertLooks(Color.BLUE, image, near, far);
        assertLooks(Color.YELLOW, image, far, far);
    }

    /** JPEG keeps colours about. */
    private static void assertLooks(Color expected, BufferedImage image, int x, int y) {
        Color seen = new Color(image.getRGB(x, y));
        boolean near = Math.abs(seen.getRed() - expected.getRed()) < 40
                && Math.abs(seen.getGreen() - expected.getGreen()) < 40
                && Math.abs(seen.getBlue() - expected.getBlue()) < 40;
        assertTrue(near, "%s at %d, %d, not %s".formatted(seen, x, y, expected));
    }

    private static Optional<PersonPicture> portrait(byte[] picture) {
        return Portrait.of(ANA, picture);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static BufferedImage image(byte[] jpeg) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(jpeg));
    }

    private static byte[] bytes(String file) throws IOException {
        try (InputStream in = PortraitTest.class.getResourceAsStream(
                "/%s/%s".formatted(file.equals("bomb.png") ? "catalog" : "account", file))) {
            return in.readAllBytes();
        }
    }
}
