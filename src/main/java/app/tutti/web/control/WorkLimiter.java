package app.tutti.web.control;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Work for one core at most, whoever asks for it: one at a time, few waiting, and nobody for long. The rest is told to
 * come again.
 */
public final class WorkLimiter {
    private final Semaphore core = new Semaphore(1, true);
    private final Semaphore room;
    private final long patienceMillis;

    public WorkLimiter(int waiting, long patienceMillis) {
        this.room = new Semaphore(waiting + 1);
        this.patienceMillis = patienceMillis;
    }

    /** @throws TooBusyException when it is not our turn in time */
    public <T> T run(Supplier<T> work) {
        if (!room.tryAcquire()) {
            throw busy();
        }
        try {
            return whenFree(work);
        } finally {
            room.release();
        }
    }

    private <T> T whenFree(Supplier<T> work) {
        if (!acquired()) {
            throw busy();
        }
        try {
            return work.get();
        } finally {
            core.release();
        }
    }

    private boolean acquired() {
        try {
            return core.tryAcquire(patienceMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private TooBusyException busy() {
        return TooBusyException.tooMany(Math.max(1, patienceMillis / 1000));
    }
}
