package app.tutti.account.signin.control;

import app.tutti.web.control.TooBusyException;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** So many tries in a time for each key. Remembers a bounded number of keys, those that tried last. */
public final class Attempts {
    private static final int MOST_KEYS = 10_000;
    private static final long SECOND_NANOS = 1_000_000_000L;

    private final int tries;
    private final Duration time;
    private final TimeMeter clock;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_KEYS;
        }
    };

    Attempts(int tries, Duration time, TimeMeter clock) {
        this.tries = tries;
        this.time = time;
        this.clock = clock;
    }

    /** @throws TooBusyException when this key has none left; being refused costs none */
    void spend(String key) {
        ConsumptionProbe answer = bucket(key).tryConsumeAndReturnRemaining(1);
        if (!answer.isConsumed()) {
            throw TooBusyException.tooOften(answer.getNanosToWaitForRefill() / SECOND_NANOS + 1);
        }
    }

    /** For a try that was right. */
    void giveBack(String key) {
        bucket(key).addTokens(1);
    }

    private synchronized Bucket bucket(String key) {
        return buckets.computeIfAbsent(
                key,
                unknown -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(tries).refillGreedy(tries, time))
                        .withCustomTimePrecision(clock)
                        .build());
    }
}
