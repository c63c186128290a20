package app.tutti.platform.database;

import app.tutti.clock.FaultGuard;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;

/**
 * Asks the database every second whether it is there. When it is not, says so once, lets a built-in one be started again
 * (after one second, then two, four … thirty), and says when it answers.
 */
final class DatabaseWatch implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(DatabaseWatch.class.getName());
    private static final FaultGuard LOOK = new FaultGuard("database-watch");
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final int ANSWERS_WITHIN_SECONDS = 5;
    private static final Duration BETWEEN_COMPLAINTS = Duration.ofMinutes(1);
    private static final Duration LONGEST_BETWEEN_STARTS = Duration.ofSeconds(30);

    /** A database whose process is ours to start. */
    interface Startable {
        boolean isRunning();

        /** @throws DatabaseUnavailable with the reason in a sentence */
        void startAgain();
    }

    /** One that somebody else runs. */
    static final Startable SOMEBODY_ELSES = new Startable() {
        @Override
        public boolean isRunning() {
            return true;
        }

        @Override
        public void startAgain() {
            throw new IllegalStateException("it is not ours");
        }
    };

    private final DataSource source;
    private final Startable server;
    private final Semaphore look = new Semaphore(0);
    private final AtomicReference<Throwable> failed = new AtomicReference<>();
    private final Thread thread;
    private volatile boolean away;
    private volatile boolean closed;
    private Connection connection;
    private Duration untilNextStart = Duration.ZERO;
    private long lastStart;
    private String lastReason = "";
    private long lastComplaint = System.nanoTime() - BETWEEN_COMPLAINTS.toNanos();

    private DatabaseWatch(DataSource source, Startable server) {
        this.source = source;
        this.server = server;
        thread = Thread.ofPlatform().name("database-watch").daemon().unstarted(this::watch);
    }

    static DatabaseWatch start(DataSource source, Startable server) {
        DatabaseWatch watch = new DatabaseWatch(source, server);
        watch.thread.start();
        return watch;
    }

    boolean isAway() {
        return away;
    }

    /** Somebody could not have it. */
    void hasFailed(Throwable failure) {
        failed.set(failure);
        lookNow();
    }

    private void lookNow() {
        look.release();
    }

    @Override
    public void close() {
        closed = true;
        lookNow();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(2L * ANSWERS_WITHIN_SECONDS));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch() {
        try {
            while (!closed) {
                // Whatever goes wrong in one look, the next one comes, and no sooner for it.
                LOOK.run(this::look);
                look.drainPermits();
                look.tryAcquire(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        forget();
    }

    private void look() {
        String problem = server.isRunning() ? problem() : "its process has ended";
        if (closed) {
            return;
        }
        Throwable failure = failed.getAndSet(null);
        if (problem == null) {
            isBack();
            complain(failure);
            return;
        }
        if (!away) {
            away = true;
            LOG.log(
                    System.Logger.Level.WARNING,
                    "[database] It does not answer: {0}. Until it does, pages say so; music that plays goes on.",
                    problem);
        }
        if (!server.isRunning() && System.nanoTime() - lastStart >= untilNextStart.toNanos()) {
            startAgain();
        }
    }

    private void isBack() {
        if (away) {
            away = false;
            untilNextStart = Duration.ZERO;
            lastReason = "";
            LOG.log(System.Logger.Level.WARNING, "[database] It answers again.");
        }
    }

    /** It is there, and somebody could not have it all the same: their connections were those of before, or there are none. */
    private void complain(Throwable failure) {
        if (failure != null && System.nanoTime() - lastComplaint >= BETWEEN_COMPLAINTS.toNanos()) {
            lastComplaint = System.nanoTime();
            LOG.log(System.Logger.Level.WARNING, "[database] A request could not have it: {0}.", reason(failure));
        }
    }

    private static String reason(Throwable failure) {
        Throwable first = failure;
        while (first.getCause() != null && first.getCause() != first) {
            first = first.getCause();
        }
        return sentence(first);
    }

    /** The first of them, without its full stop. */
    private static String sentence(Throwable failure) {
        return String.valueOf(failure.getMessage())
                .lines()
                .findFirst()
                .map(line -> line.replaceFirst("\\.(\\s.*)?$", ""))
                .orElse("");
    }

    private void startAgain() {
        Duration doubled = untilNextStart.multipliedBy(2);
        boolean first = untilNextStart.isZero();
        untilNextStart = first
                ? BETWEEN_LOOKS
                : doubled.compareTo(LONGEST_BETWEEN_STARTS) < 0 ? doubled : LONGEST_BETWEEN_STARTS;
        try {
            server.startAgain();
            lookNow();
        } catch (DatabaseUnavailable still) {
            // The first try may come before the old server's last processes have gone; that is no news.
            if (!first && !still.getMessage().equals(lastReason)) {
                lastReason = still.getMessage();
                LOG.log(System.Logger.Level.WARNING, "[database] {0} It is tried again.", lastReason);
            }
        }
        lastStart = System.nanoTime();
    }

    /** @return null when it answers */
    private String problem() {
        try {
            if (connection != null && connection.isValid(ANSWERS_WITHIN_SECONDS)) {
                return null;
            }
            forget();
            connection = source.getConnection();
            return null;
        } catch (SQLException away) {
            return sentence(away);
        }
    }

    private void forget() {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException gone) {
                LOG.log(System.Logger.Level.DEBUG, "It was gone already", gone);
            }
            connection = null;
        }
    }
}
