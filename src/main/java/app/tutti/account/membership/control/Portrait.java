package app.tutti.account.membership.control;

import app.tutti.account.people.entity.PersonId;
import app.tutti.account.people.entity.PersonPicture;
import app.tutti.account.pictures.Picture;
import app.tutti.account.pictures.PictureRefused;
import app.tutti.web.control.TooBusyException;
import app.tutti.web.control.WorkLimiter;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** Makes a person's picture of what they send: its middle, square, written anew, so that nothing else of it stays. */
public final class Portrait {
    public static final int MOST_BYTES = 5 * 1024 * 1024;
    public static final int LARGE = 512;
    public static final int SMALL = 96;
    private static final int LONGEST_DECODED = 2048;

    /** One at a time: a picture takes megabytes while it is decoded. */
    private static final WorkLimiter WORK = new WorkLimiter(4, 10_000);

    private Portrait() {}

    /**
     * Empty for what is no picture we take, or too large.
     *
     * @throws TooBusyException when too many ask at once
     */
    public static Optional<PersonPicture> of(PersonId person, byte[] picture) {
        return picture.length > MOST_BYTES ? Optional.empty() : WORK.run(() -> encoded(person, picture));
    }

    private static Optional<PersonPicture> encoded(PersonId person, byte[] picture) {
        try {
            Picture square = Picture.decoded(picture, LONGEST_DECODED).square();
            byte[] large = square.scaled(LARGE, LARGE).jpeg();
            return Optional.of(new PersonPicture(
                    person, sha256(large), square.scaled(SMALL, SMALL).jpeg(), large));
        } catch (PictureRefused refused) {
            return Optional.empty();
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
