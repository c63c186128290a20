package app.tutti.catalog.covers.control;

import app.tutti.account.pictures.Picture;
import app.tutti.account.pictures.PictureRefused;
import app.tutti.catalog.files.control.FileRefused;

/** Makes a cover of a picture: a JPEG whose sides are not too long. */
public final class CoverPicture {
    static final long MOST_BYTES = 20L * 1024 * 1024;
    static final int LONGEST_SIDE = 800;
    private static final int LONGEST_DECODED = 3200;

    private CoverPicture() {}

    /** Of what lies in a music folder: also what only an installed ffmpeg can read. */
    static byte[] of(byte[] picture) throws FileRefused {
        try {
            return of(picture, LONGEST_SIDE);
        } catch (FileRefused refused) {
            if (picture.length > MOST_BYTES || !FfmpegPicture.knows(picture)) {
                throw refused;
            }
            return of(FfmpegPicture.jpeg(picture, LONGEST_DECODED), LONGEST_SIDE);
        }
    }

    /** @param longest pixels of a side; a smaller picture stays as small */
    public static byte[] of(byte[] picture, int longest) throws FileRefused {
        if (picture.length > MOST_BYTES) {
            throw new FileRefused("the picture has %,d bytes".formatted(picture.length));
        }
        try {
            return Picture.decoded(picture, LONGEST_DECODED).within(longest).jpeg();
        } catch (PictureRefused refused) {
            throw new FileRefused(refused.getMessage(), refused);
        }
    }
}
