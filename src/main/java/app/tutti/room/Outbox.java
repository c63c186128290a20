package app.tutti.room;

import java.util.ArrayDeque;
import java.util.Queue;

/**
 * A member behind a wire: one message under way at a time, a bounded number behind it. Whoever sends may hold locks,
 * so nothing here calls back on the sender's thread: the wire is closed on a thread of its own. Whatever goes wrong with a
 * message ends this member's connection and is nobody else's matter: whoever sends to many goes on to the next.
 */
public final class Outbox implements Member {
    /** RFC 6455 §7.4.2: try again later. */
    private static final int TOO_SLOW = 1013;

    /** RFC 6455 §7.4.1: whoever is still there may come again. */
    private static final int GOING_AWAY = 1001;

    private static final System.Logger LOG = System.getLogger(Outbox.class.getName());
    private static final int MESSAGES_AT_MOST = 256;
    private static final int CHARACTERS_AT_MOST = 256 * 1024;

    private final Wire wire;
    private final Queue<String> waiting = new ArrayDeque<>();
    private int waitingCharacters;
    private boolean sending;
    private boolean dead;

    public Outbox(Wire wire) {
        this.wire = wire;
    }

    @Override
    public void send(String text) {
        boolean tooSlow;
        synchronized (waiting) {
            if (dead) {
                return;
            }
            tooSlow = waiting.size() >= MESSAGES_AT_MOST || waitingCharacters + text.length() > CHARACTERS_AT_MOST;
            if (!tooSlow) {
                waiting.add(text);
                waitingCharacters += text.length();
                if (sending) {
                    return;
                }
                sending = true;
            }
        }
        if (tooSlow) {
            disconnect(TOO_SLOW, "too slow");
        } else {
            sendNext();
        }
    }

    @Override
    public void disconnect(int code, String reason) {
        if (giveUp()) {
            Thread.startVirtualThread(() -> wire.close(code, reason));
        }
    }

    private void sendNext() {
        String next;
        synchronized (waiting) {
            next = waiting.poll();
            if (next == null) {
                sending = false;
                return;
            }
            waitingCharacters -= next.length();
        }
        boolean isUnderWay = false;
        try {
            wire.send(next, this::sent);
            isUnderWay = true;
        } catch (IllegalStateException goneMeanwhile) {
            LOG.log(System.Logger.Level.DEBUG, "A message for somebody who has gone", goneMeanwhile);
        } catch (RuntimeException unsendable) {
            LOG.log(System.Logger.Level.WARNING, "A message could not be sent; its member may come again", unsendable);
        } finally {
            if (!isUnderWay) {
                disconnect(GOING_AWAY, "not sent");
            }
        }
    }

    private void sent(boolean arrived) {
        if (arrived) {
            sendNext();
        } else {
            disconnect(GOING_AWAY, "not sent");
        }
    }

    /** @return whether there was something to give up */
    private boolean giveUp() {
        synchronized (waiting) {
            boolean was = !dead;
            dead = true;
            waiting.clear();
            waitingCharacters = 0;
            return was;
        }
    }
}
