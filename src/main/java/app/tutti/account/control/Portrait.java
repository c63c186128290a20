package app.tutti.account.control;

import app.tutti.account.entity.PersonId;
import app.tutti.account.entity.PersonPicture;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Makes a person's picture of what they send: its middle, square, written anew, so that nothing else of it stays. */
public final class Portrait {
    public static final int MOST_BYTES = 5 * 1024 * 1024;
    public static final int LARGE = 512;
    public static final int SMALL = 96;
    private static final long MOST_PIXELS = 40_000_000;

    /** A larger picture is thinned out while it is decoded, so that its pixels are never all in memory. */
    private static final int LONGEST_DECODED = 2048;

    /** One at a time: a picture takes megabytes while it is decoded. */
    private static final OneAtATime WORK = new OneAtATime(4, 10_000);

    static {
        ImageIO.setUseCache(false);
    }

    private Portrait() {}

    /**
     * Empty for what is no PNG, JPEG or WebP, or too large.
     *
     * @throws Busy when too many ask at once
     */
    public static Optional<PersonPicture> of(PersonId person, byte[] picture) {
        return picture.length > MOST_BYTES ? Optional.empty() : WORK.run(() -> encoded(person, picture));
    }

    private static Optional<PersonPicture> encoded(PersonId person, byte[] picture) {
        try {
            BufferedImage square = square(decode(picture));
            byte[] large = jpeg(shrink(square, LARGE));
            return Optional.of(new PersonPicture(person, sha256(large), jpeg(shrink(square, SMALL)), large));
        } catch (IOException | RuntimeException broken) {
            // Decoders throw all kinds of things at what is broken.
            return Optional.empty();
        }
    }

    private static BufferedImage decode(byte[] picture) throws IOException {
        ImageReader reader = reader(picture);
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(picture))) {
            reader.setInput(input, true, true);
            return decode(reader);
        } finally {
            reader.dispose();
        }
    }

    /** By the first bytes: what else the server could read is not for strangers to try. */
    private static ImageReader reader(byte[] picture) throws IOException {
        if (startsWith(picture, 0, "\u0089PNG")) {
            return ImageIO.getImageReadersByFormatName("png").next();
        }
        if (startsWith(picture, 0, "\u00ff\u00d8\u00ff")) {
            return ImageIO.getImageReadersByFormatName("jpeg").next();
        }
        if (startsWith(picture, 0, "RIFF") && startsWith(picture, 8, "WEBP")) {
            return new WebPImageReaderSpi().createReaderInstance();
        }
        throw new IOException("neither PNG, JPEG nor WebP");
    }

    private static boolean startsWith(byte[] picture, int offset, String mark) {
        for (int i = 0; i < mark.length(); i++) {
            if (picture.length <= offset + i || (picture[offset + i] & 0xff) != mark.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static BufferedImage decode(ImageReader reader) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > MOST_PIXELS) {
            throw new IOException("a picture of %d × %d pixels".formatted(width, height));
        }
        int step = Math.ceilDiv(Math.max(width, height), LONGEST_DECODED);
        ImageReadParam thinned = reader.getDefaultReadParam();
        thinned.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, thinned);
    }

    private static BufferedImage square(BufferedImage image) {
        int side = Math.min(image.getWidth(), image.getHeight());
        return image.getSubimage((image.getWidth() - side) / 2, (image.getHeight() - side) / 2, side, side);
    }

    /** By halves, because bilinear scaling looks at no more than four pixels. */
    private static BufferedImage shrink(BufferedImage square, int side) {
        BufferedImage smaller = square;
        while (smaller.getWidth() > 2 * side) {
            smaller = scale(smaller, smaller.getWidth() / 2);
        }
        return scale(smaller, side);
    }

    private static BufferedImage scale(BufferedImage square, int side) {
        BufferedImage scaled = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = scaled.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        // JPEG has no transparency: what can be seen through is white.
        graphics.drawImage(square, 0, 0, side, side, Color.WHITE, null);
        graphics.dispose();
        return scaled;
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (!ImageIO.write(image, "jpeg", bytes)) {
            throw new IOException("Java has no JPEG writer");
        }
        return bytes.toByteArray();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
