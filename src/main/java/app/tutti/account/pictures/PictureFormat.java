package app.tutti.account.pictures;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/**
 * The kinds of picture that we read, each with as many pixels as its decoder does within seconds and without holding them
 * all. WebP's holds them all and goes through them one by one, whatever few bytes they come from.
 */
public enum PictureFormat {
    PNG("png", 250_000_000),
    JPEG("jpeg", 250_000_000),
    /** All of its coefficients stay in memory until the last scan. */
    PROGRESSIVE_JPEG("jpeg", 64_000_000),
    GIF("gif", 100_000_000),
    WEBP("webp", 4_200_000);

    /** A row is held as a whole. */
    private static final int LONGEST_SIDE = 65_535;

    private final String name;
    private final long mostPixels;

    PictureFormat(String name, long mostPixels) {
        this.name = name;
        this.mostPixels = mostPixels;
    }

    /** By the first bytes: what else the server could read is not for strangers to try. */
    static PictureFormat of(byte[] picture) throws PictureRefused {
        if (says(picture, 0, "\u0089PNG")) {
            return PNG;
        }
        if (says(picture, 0, "\u00ff\u00d8\u00ff")) {
            return isProgressive(picture) ? PROGRESSIVE_JPEG : JPEG;
        }
        if (says(picture, 0, "GIF8")) {
            return GIF;
        }
        if (says(picture, 0, "RIFF") && says(picture, 8, "WEBP")) {
            return WEBP;
        }
        throw new PictureRefused("the picture is neither PNG, JPEG, GIF nor WebP", null);
    }

    ImageReader reader() throws IOException {
        return this == WEBP
                ? new WebPImageReaderSpi().createReaderInstance()
                : ImageIO.getImageReadersByFormatName(name).next();
    }

    void check(int width, int height) throws PictureRefused {
        if ((long) width * height > mostPixels
                || Stream.of(width, height).anyMatch(side -> side < 1 || side > LONGEST_SIDE)) {
            throw new PictureRefused("the picture says it has %d × %d pixels".formatted(width, height), null);
        }
    }

    /** ITU-T T.81 §B.1.1: segments with their lengths up to the frame's header, which tells how it is coded. */
    private static boolean isProgressive(byte[] jpeg) {
        int place = 2;
        while (place + 4 <= jpeg.length && (jpeg[place] & 0xFF) == 0xFF) {
            int marker = jpeg[place + 1] & 0xFF;
            if (isFrame(marker)) {
                return marker != 0xC0 && marker != 0xC1;
            }
            boolean fill = marker == 0xFF;
            place += fill ? 1 : 2 + ((jpeg[place + 2] & 0xFF) << 8 | jpeg[place + 3] & 0xFF);
        }
        // What hides its frame is not trusted with more.
        return true;
    }

    /** But for the tables that stand among the frames' numbers. */
    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static boolean says(byte[] picture, int offset, String mark) {
        int end = offset + mark.length();
        return picture.length >= end
                && new String(picture, offset, mark.length(), StandardCharsets.ISO_8859_1).equals(mark);
    }
}
