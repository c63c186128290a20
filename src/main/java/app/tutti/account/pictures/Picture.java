package app.tutti.account.pictures;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
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
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final RefusedPictures SLOW = new RefusedPictures();
    private static final ScheduledExecutorService DEADLINES = Executors.newSingleThreadScheduledExecutor(
            work -> Thread.ofPlatform().daemon().name("tutti-picture-deadline").unstarted(work));

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
     * @throws PictureRefused for what is no PNG, JPEG, GIF or WebP, has more pixels than its format may have, or takes
     *     too long; what took too long once is refused unread from then on
     */
    public static Picture decoded(byte[] picture, int longestSide) throws PictureRefused {
        SLOW.check(picture);
        try {
            BufferedImage image = decode(picture, longestSide);
            return new Picture(upright(image, ExifOrientation.of(picture)));
        } catch (IOException | RuntimeException broken) {
            // Decoders throw all kinds of things at what is broken.
            throw new PictureRefused("the picture cannot be read: " + broken.getMessage(), broken);
        }
    }

    /** How many pixels it says it has; 0 for what is no picture that we read. Nothing is decoded. */
    public static long pixels(byte[] picture) {
        try {
            ImageReader reader = PictureFormat.of(picture).reader();
            try (ImageInputStream input = input(reader, picture)) {
                return (long) reader.getWidth(0) * reader.getHeight(0);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException | PictureRefused broken) {
            return 0;
        }
    }

    private static BufferedImage decode(byte[] picture, int longestSide) throws IOException, PictureRefused {
        PictureFormat format = PictureFormat.of(picture);
        ImageReader reader = format.reader();
        try (ImageInputStream input = input(reader, picture)) {
            format.check(reader.getWidth(0), reader.getHeight(0));
            return inTime(reader, picture, longestSide);
        } finally {
            reader.dispose();
        }
    }

    private static ImageInputStream input(ImageReader reader, byte[] picture) {
        ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(picture));
        reader.setInput(input, true, true);
        return input;
    }

    private static BufferedImage inTime(ImageReader reader, byte[] picture, int longestSide)
            throws IOException, PictureRefused {
        AtomicBoolean late = new AtomicBoolean();
        Future<?> deadline = DEADLINES.schedule(
                () -> {
                    late.set(true);
                    reader.abort();
                },
                PATIENCE.toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            BufferedImage image = thinned(reader, longestSide);
            if (late.get()) {
                SLOW.add(picture);
                throw new PictureRefused("it takes too long to decode the picture", null);
            }
            return image;
        } finally {
            deadline.cancel(false);
        }
    }

    private static BufferedImage thinned(ImageReader reader, int longestSide) throws IOException {
        int step = Math.ceilDiv(Math.max(reader.getWidth(0), reader.getHeight(0)), longestSide);
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
