package app.tutti.catalog.control;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Makes a cover of any picture that Java can read: a JPEG whose sides are not too long. */
final class CoverPicture {
    static final long MOST_BYTES = 20L * 1024 * 1024;
    static final long MOST_PIXELS = 40_000_000;
    static final int LONGEST_SIDE = 800;

    /** A larger picture is thinned out while it is decoded, so that its pixels are never all in memory. */
    private static final int LONGEST_DECODED = 3200;

    static {
        ImageIO.setUseCache(false);
    }

    private CoverPicture() {}

    static byte[] of(byte[] picture) throws FileRefused {
        return of(picture, LONGEST_SIDE);
    }

    /** @param longest pixels of a side; a smaller picture stays as small */
    static byte[] of(byte[] picture, int longest) throws FileRefused {
        if (picture.length > MOST_BYTES) {
            throw new FileRefused("the picture has %,d bytes".formatted(picture.length));
        }
        try {
            return jpeg(shrink(decode(picture), longest));
        } catch (IOException | RuntimeException broken) {
            throw new FileRefused("the picture cannot be read: " + broken.getMessage(), broken);
        }
    }

    private static BufferedImage decode(byte[] picture) throws IOException, FileRefused {
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(picture))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw new FileRefused("the picture is of an unknown kind");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(input, true, true);
                return decode(reader);
            } finally {
                reader.dispose();
            }
        }
    }

    private static BufferedImage decode(ImageReader reader) throws IOException, FileRefused {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > MOST_PIXELS) {
            throw new FileRefused("the picture says it has %d × %d pixels".formatted(width, height));
        }
        int step = Math.ceilDiv(Math.max(width, height), LONGEST_DECODED);
        ImageReadParam thinned = reader.getDefaultReadParam();
        thinned.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, thinned);
    }

    /** By halves, because bilinear scaling looks at no more than four pixels. */
    private static BufferedImage shrink(BufferedImage image, int longest) {
        BufferedImage smaller = image;
        while (longestSide(smaller) > 2 * longest) {
            smaller = scale(smaller, 0.5);
        }
        return scale(smaller, Math.min(1, longest / (double) longestSide(smaller)));
    }

    private static int longestSide(BufferedImage image) {
        return Math.max(image.getWidth(), image.getHeight());
    }

    private static BufferedImage scale(BufferedImage image, double factor) {
        int width = Math.max(1, (int) Math.round(image.getWidth() * factor));
        int height = Math.max(1, (int) Math.round(image.getHeight() * factor));
        BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = scaled.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        // JPEG has no transparency: what can be seen through is white.
        graphics.drawImage(image, 0, 0, width, height, Color.WHITE, null);
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
}
