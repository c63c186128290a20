package app.tutti.account.control;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * The pixels of a picture that somebody else has made, upright, and nothing else of it. It is decoded within bounds, and
 * what is written of it is written anew.
 */
public final class Picture {
    private static final long MOST_PIXELS = 40_000_000;

    static {
        ImageIO.setUseCache(false);
    }

    private final BufferedImage image;

    private Picture(BufferedImage image) {
        this.image = image;
    }

    /**
     * @param longestSide in pixels: a larger picture is thinned out while it is decoded, to sides between that and half
     *     of it, so that its pixels are never all in memory
     * @throws PictureRefused for what is no PNG, JPEG, GIF or WebP, or has more than forty million pixels
     */
    public static Picture decoded(byte[] picture, int longestSide) throws PictureRefused {
        try {
            BufferedImage image = decode(reader(picture), picture, longestSide);
            return new Picture(upright(image, ExifOrientation.of(picture)));
        } catch (IOException | RuntimeException broken) {
            // Decoders throw all kinds of things at what is broken.
            throw new PictureRefused("the picture cannot be read: " + broken.getMessage(), broken);
        }
    }

    /** By the first bytes: what else the server could read is not for strangers to try. */
    private static ImageReader reader(byte[] picture) throws IOException, PictureRefused {
        if (says(picture, 0, "\u0089PNG")) {
            return ImageIO.getImageReadersByFormatName("png").next();
        }
        if (says(picture, 0, "\u00ff\u00d8\u00ff")) {
            return ImageIO.getImageReadersByFormatName("jpeg").next();
        }
        if (says(picture, 0, "GIF8")) {
            return ImageIO.getImageReadersByFormatName("gif").next();
        }
        if (says(picture, 0, "RIFF") && says(picture, 8, "WEBP")) {
            return new WebPImageReaderSpi().createReaderInstance();
        }
        throw new PictureRefused("the picture is neither PNG, JPEG, GIF nor WebP", null);
    }

    private static boolean says(byte[] picture, int offset, String mark) {
        int end = offset + mark.length();
        return picture.length >= end
                && new String(picture, offset, mark.length(), StandardCharsets.ISO_8859_1).equals(mark);
    }

    private static BufferedImage decode(ImageReader reader, byte[] picture, int longestSide)
            throws IOException, PictureRefused {
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(picture))) {
            reader.setInput(input, true, true);
            return decode(reader, longestSide);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage decode(ImageReader reader, int longestSide) throws IOException, PictureRefused {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > MOST_PIXELS) {
            throw new PictureRefused("the picture says it has %d × %d pixels".formatted(width, height), null);
        }
        int step = Math.ceilDiv(Math.max(width, height), longestSide);
        ImageReadParam thinned = reader.getDefaultReadParam();
        thinned.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, thinned);
    }

    private static BufferedImage upright(BufferedImage image, ExifOrientation orientation) {
        if (orientation.isUpright()) {
            return image;
        }
        boolean aside = orientation.isAside();
        BufferedImage turned =
                blank(aside ? image.getHeight() : image.getWidth(), aside ? image.getWidth() : image.getHeight());
        AffineTransform turn = orientation.turn(image.getWidth(), image.getHeight());
        Graphics2D graphics = turned.createGraphics();
        graphics.drawImage(image, turn, null);
        graphics.dispose();
        return turned;
    }

    public int width() {
        return image.getWidth();
    }

    public int height() {
        return image.getHeight();
    }

    /** Its middle. */
    public Picture square() {
        int side = Math.min(width(), height());
        return new Picture(image.getSubimage((width() - side) / 2, (height() - side) / 2, side, side));
    }

    /** In proportion, with sides of at most this; a smaller picture stays as it is. */
    public Picture within(int longestSide) {
        double factor = Math.min(1, longestSide / (double) Math.max(width(), height()));
        return scaled(
                Math.max(1, (int) Math.round(width() * factor)), Math.max(1, (int) Math.round(height() * factor)));
    }

    /** By halves, because bilinear scaling looks at no more than four pixels. */
    public Picture scaled(int width, int height) {
        BufferedImage smaller = image;
        while (smaller.getWidth() > 2 * width || smaller.getHeight() > 2 * height) {
            smaller =
                    scale(smaller, Math.max(width, smaller.getWidth() / 2), Math.max(height, smaller.getHeight() / 2));
        }
        return new Picture(scale(smaller, width, height));
    }

    private static BufferedImage scale(BufferedImage image, int width, int height) {
        BufferedImage scaled = blank(width, height);
        Graphics2D graphics = scaled.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return scaled;
    }

    /** JPEG has no transparency: what can be seen through is white. */
    private static BufferedImage blank(int width, int height) {
        BufferedImage blank = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = blank.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return blank;
    }

    public byte[] jpeg() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, "jpeg", bytes)) {
                throw new IllegalStateException("Java writes every picture without transparency as JPEG");
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }
}
