package app.tutti.account.pictures;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Remembers the last pictures that took too long, so that whoever sends one again waits for nothing. */
public final class RefusedPictures {
    private static final int MOST = 1000;

    private final Map<ByteBuffer, Boolean> refused = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Boolean> eldest) {
            return size() > MOST;
        }
    };

    /** @throws PictureRefused when the picture has been added before */
    public void check(byte[] picture) throws PictureRefused {
        synchronized (refused) {
            if (!refused.isEmpty() && refused.containsKey(key(picture))) {
                throw new PictureRefused("the picture took too long the last time", null);
            }
        }
    }

    public void add(byte[] picture) {
        synchronized (refused) {
            refused.put(key(picture), true);
        }
    }

    private static ByteBuffer key(byte[] picture) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(picture));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
