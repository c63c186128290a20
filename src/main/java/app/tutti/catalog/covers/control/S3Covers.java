package app.tutti.catalog.covers.control;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Pictures in a bucket, with those that were asked for lately on this machine's disk. */
public final class S3Covers implements CoverStore {
    /** A size that has not been made, above all: it is asked for with every page, and made only here. */
    private static final Duration ABSENCE = Duration.ofMinutes(10);

    private static final int MOST_ABSENT = 20_000;

    private final S3Bucket bucket;
    private final CoverCache cache;
    private final LongSupplier nanoTime;
    private final Map<String, Long> absent = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MOST_ABSENT;
        }
    });

    S3Covers(S3Bucket bucket, CoverCache cache, LongSupplier nanoTime) {
        this.bucket = bucket;
        this.cache = cache;
        this.nanoTime = nanoTime;
    }

    @Override
    public Optional<Path> find(String name) {
        Optional<Path> here = cache.find(name);
        return here.isPresent() || isAbsent(name) ? here : fetch(name);
    }

    /** Here at once, so that it is shown and not made again while the store is away. */
    @Override
    public void keep(String name, byte[] picture) throws IOException {
        cache.keep(name, picture);
        if (isAbsent(name) || !bucket.has(name)) {
            bucket.put(name, picture);
        }
        absent.remove(name);
    }

    @Override
    public void remove(String name) throws IOException {
        cache.remove(name);
        bucket.delete(name);
    }

    @Override
    public void close() {
        bucket.close();
    }

    private Optional<Path> fetch(String name) {
        try {
            Optional<byte[]> picture = bucket.get(name);
            if (picture.isPresent()) {
                cache.keep(name, picture.get());
            } else {
                absent.put(name, nanoTime.getAsLong());
            }
        } catch (IOException notNow) {
            System.getLogger(S3Covers.class.getName())
                    .log(System.Logger.Level.DEBUG, "A cover cannot be fetched", notNow);
        }
        return cache.find(name);
    }

    private boolean isAbsent(String name) {
        Long since = absent.get(name);
        return since != null && nanoTime.getAsLong() - since < ABSENCE.toNanos();
    }
}
