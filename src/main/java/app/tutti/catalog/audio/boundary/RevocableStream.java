package app.tutti.catalog.audio.boundary;

import app.tutti.account.access.control.OpenConnections;
import app.tutti.account.access.entity.AuthenticatedSession;
import app.tutti.account.access.entity.Ending;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.logging.Logger;

/** Bytes on their way to a person, who may be signed out meanwhile: then the rest is not sent. */
public final class RevocableStream implements StreamingOutput {
    private static final Logger LOG = Logger.getLogger(RevocableStream.class.getName());

    private final StreamingOutput content;
    private final OpenConnections heldOpen;
    private final Optional<AuthenticatedSession> claim;
    private boolean over;
    private Thread writer;

    RevocableStream(StreamingOutput content, OpenConnections heldOpen, Optional<AuthenticatedSession> claim) {
        this.content = content;
        this.heldOpen = heldOpen;
        this.claim = claim;
    }

    @Override
    public void write(OutputStream client) throws IOException {
        begin();
        try (OpenConnections.Hold hold = heldOpen.hold(claim, this::end)) {
            content.write(new Checked(client));
        } catch (IOException broken) {
            if (!isOver()) {
                throw broken;
            }
        } finally {
            finish();
        }
        if (isOver()) {
            // No exception: it would end nothing that has not ended, and be told three times in the log.
            LOG.fine("[catalog] A track ends before its end: who listened is signed out");
        }
    }

    private synchronized void begin() {
        writer = Thread.currentThread();
    }

    /** A client that reads nothing keeps the writer waiting: it is woken. */
    private synchronized void end(Ending why) {
        if (why == Ending.SIGNED_OUT) {
            over = true;
            if (writer != null) {
                writer.interrupt();
            }
        }
    }

    /** The thread goes on to other requests, which are none of this. */
    private synchronized void finish() {
        writer = null;
        if (over) {
            Thread.interrupted();
        }
    }

    private synchronized boolean isOver() {
        return over;
    }

    private final class Checked extends FilterOutputStream {
        Checked(OutputStream client) {
            super(client);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (isOver()) {
                throw new IOException("signed out");
            }
            out.write(bytes, offset, length);
        }
    }
}
