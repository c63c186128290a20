package app.tutti.catalog.audio.boundary;

import app.tutti.account.access.control.OpenConnections;
import app.tutti.account.access.entity.Ending;
import app.tutti.catalog.audio.control.ConversionRequest;
import app.tutti.web.boundary.Problem;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A client that waits for the copy of a track, and may go away before it is made, or be signed out. */
public final class AwaitedCopy {
    private static final Logger LOG = Logger.getLogger(AwaitedCopy.class.getName());
    private static final int UNPROCESSABLE = 422;

    private final ConversionRequest wish;
    private final AudioAnswer answer;
    private final AsyncResponse client;
    private OpenConnections.Hold hold;
    private Runnable forget;

    AwaitedCopy(ConversionRequest wish, AudioAnswer answer, AsyncResponse client) {
        this.wish = wish;
        this.answer = answer;
        this.client = client;
    }

    /** @param senders the threads that wait for slow clients: those that convert have other work */
    void begin(Executor senders) {
        hold = answer.heldOpen().hold(answer.claim(), this::end);
        forget = answer.connection()
                .map(connection -> connection.whenClosed(() -> {
                    leave();
                    senders.execute(client::cancel);
                }))
                .orElse(() -> {});
        wish.file().whenCompleteAsync(this::answer, senders);
    }

    private void answer(Path file, Throwable failed) {
        forget.run();
        leave();
        client.resume(failed == null ? sound(file) : problem(failed));
    }

    private Object sound(Path file) {
        try {
            return answer.of(file);
        } catch (IOException goneMeanwhile) {
            return problem(goneMeanwhile);
        }
    }

    private static Response problem(Throwable failed) {
        Throwable cause = failed instanceof CompletionException ? failed.getCause() : failed;
        if (cause instanceof CancellationException) {
            return Problem.of(503, "Service Unavailable", "The server is about to stop.")
                    .build();
        }
        LOG.log(Level.WARNING, "[catalog] A track cannot be converted: {0}", cause.getMessage());
        return Problem.of(UNPROCESSABLE, "Unprocessable Content", "ffmpeg could not convert this file.")
                .build();
    }

    private void end(Ending why) {
        if (why == Ending.SIGNED_OUT) {
            wish.close();
            client.resume(Response.status(Response.Status.UNAUTHORIZED).build());
        }
    }

    private void leave() {
        hold.close();
        wish.close();
    }
}
