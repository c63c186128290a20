package app.tutti.party.control;

import app.tutti.catalog.covers.control.CoverPicture;
import app.tutti.catalog.files.control.FileRefused;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The pictures that a host at another server has sent for its tracks, the last few. They go with the party. */
public final class PartyCovers {
    /** What is sent is as large as our own pages show it. */
    public static final int MOST_BYTES = 512 * 1024;

    private static final int MOST = 4;
    private static final int LONGEST_SIDE = 640;

    private final Map<String, byte[]> kept = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
            return size() > MOST;
        }
    };

    /**
     * Keeps what the picture shows, and nothing else of it; returns its hash.
     *
     * @throws FileRefused for what is no picture that we take
     */
    public String keep(byte[] picture) throws FileRefused {
        byte[] jpeg = CoverPicture.of(picture, LONGEST_SIDE);
        String sha256 = sha256(jpeg);
        synchronized (kept) {
            // As the newest, also when it was there.
            kept.remove(sha256);
            kept.put(sha256, jpeg);
        }
        return sha256;
    }

    /** A JPEG. */
    public Optional<byte[]> find(String sha256) {
        synchronized (kept) {
            return Optional.ofNullable(kept.get(sha256));
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
