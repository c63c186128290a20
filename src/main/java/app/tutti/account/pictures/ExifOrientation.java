package app.tutti.account.pictures;

import java.awt.geom.AffineTransform;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * How a camera was held: phones store a portrait lying on its side and say so in the JPEG's Exif segment.
 *
 * @param value 1 to 8 as Exif 2.32 §4.6.4 numbers them (tag 0x0112); 1 is upright
 */
public record ExifOrientation(int value) {
    private static final ExifOrientation UPRIGHT = new ExifOrientation(1);
    private static final int TAG = 0x0112;
    private static final int START_OF_IMAGE = 0xffd8;
    private static final int START_OF_SCAN = 0xffda;
    private static final int APP1 = 0xffe1;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final int TIFF_ENTRY_BYTES = 12;

    public ExifOrientation {
        if (value < 1 || value > 8) {
            throw new IllegalArgumentException("no orientation: " + value);
        }
    }

    /** Upright for everything that says nothing of the kind, be it broken or no JPEG at all. */
    public static ExifOrientation of(byte[] picture) {
        try {
            return inSegments(ByteBuffer.wrap(picture));
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException broken) {
            // A decoder may still find a picture in it.
            return UPRIGHT;
        }
    }

    /** ITU-T T.81 §B.1.1.4: a marker, then the length of its segment, which counts itself. */
    private static ExifOrientation inSegments(ByteBuffer jpeg) {
        if (unsigned(jpeg) != START_OF_IMAGE) {
            return UPRIGHT;
        }
        for (int marker = unsigned(jpeg); marker != START_OF_SCAN; marker = unsigned(jpeg)) {
            int length = unsigned(jpeg) - 2;
            ByteBuffer segment = jpeg.slice(jpeg.position(), length);
            if (marker == APP1 && isExif(segment)) {
                return inTiff(segment.slice());
            }
            jpeg.position(jpeg.position() + length);
        }
        return UPRIGHT;
    }

    private static boolean isExif(ByteBuffer segment) {
        return segment.remaining() >= EXIF.length
                && segment.slice(0, EXIF.length).equals(ByteBuffer.wrap(EXIF))
                && segment.position(EXIF.length).hasRemaining();
    }

    /** TIFF 6.0 §2: the byte order, 42, where the first directory is; there a count and entries of twelve bytes. */
    private static ExifOrientation inTiff(ByteBuffer tiff) {
        tiff.order(unsigned(tiff) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        tiff.position(4).position(tiff.getInt());
        int entries = unsigned(tiff);
        for (int entry = 0; entry < entries; entry++) {
            int start = tiff.position();
            if (unsigned(tiff) == TAG) {
                // Its type and count come between; a SHORT stands at the beginning of its four bytes.
                return new ExifOrientation(unsigned(tiff.position(start + 8)));
            }
            tiff.position(start + TIFF_ENTRY_BYTES);
        }
        return UPRIGHT;
    }

    private static int unsigned(ByteBuffer buffer) {
        return Short.toUnsignedInt(buffer.getShort());
    }

    public boolean isUpright() {
        return value == 1;
    }

    /** Whether width and height change places. */
    boolean isAside() {
        return value > 4;
    }

    /** From the pixels as they are stored to where a person wants to see them. */
    AffineTransform turn(int width, int height) {
        return switch (value) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
