package app.tutti.catalog.federation.control;

import app.tutti.account.access.control.HostTickets;
import app.tutti.catalog.covers.control.CoverFiles;
import app.tutti.catalog.covers.control.CoverSizes;
import app.tutti.catalog.federation.control.OutgoingTracks.Change;
import app.tutti.catalog.federation.control.OutgoingTracks.Item;
import app.tutti.catalog.federation.control.PushFailed.Cause;
import app.tutti.catalog.federation.entity.PushProgress;
import app.tutti.catalog.library.entity.TagText;
import app.tutti.web.entity.Origin;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells the public server what has changed here: piece by piece, each remembered when it was taken, so that the next goes
 * on from there. One push at a time; its progress can be read from any thread.
 */
@ApplicationScoped
public class CataloguePush {
    private static final Logger LOG = Logger.getLogger(CataloguePush.class.getName());

    private static final int LARGEST_COVER = 512 * 1024;
    private static final int SMALLER_COVER = 640;

    /** A lost answer is one, everything anew another. */
    private static final int MOST_MISUNDERSTOOD = 3;

    /** What it answers to a piece that is no piece to it. */
    private static final Set<Integer> REFUSED = Set.of(400, 413, 422);

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    @Inject
    @ConfigProperty(name = "TUTTI_PARTY_URL")
    Optional<String> configured;

    @Inject
    @ConfigProperty(name = "TUTTI_DATA_DIR")
    String dataFolder;

    @Inject
    HostTickets tickets;

    @Inject
    PushStore store;

    @Inject
    CoverFiles covers;

    @Inject
    CoverSizes sizes;

    private final Clock clock = Clock.systemUTC();
    private PublicServer connection;
    private volatile PushProgress progress;

    public boolean isOn() {
        return server().isPresent();
    }

    public PushProgress progress() {
        if (progress == null) {
            progress = server().map(address -> new PushProgress(address, false, 0, null, ""))
                    .orElse(PushProgress.NONE);
        }
        return progress;
    }

    /** Until the public server has everything. */
    public void push() throws PushFailed, InterruptedException {
        String server = server().orElseThrow();
        if (connection == null) {
            connection = new PublicServer(URI.create(server), tickets);
        }
        OutgoingTracks.State state = state(server);
        progress = progress().running(0);
        if (progress.finished() == null && state.finished() != null) {
            progress = progress.finished(local(state.finished())).running(0);
        }
        try {
            long told = tell(server, state.home());
            Instant now = clock.instant();
            store.outgoing(server, tracks -> tracks.finished(now));
            progress = progress.finished(local(now));
            LOG.info("[catalog] The public server has everything; it was told of %,d tracks".formatted(told));
        } catch (IOException away) {
            PushFailed failed = new PushFailed(Cause.AWAY, "it cannot be reached: " + away, away);
            progress = progress.failed(failed.key());
            throw failed;
        } catch (PushFailed failed) {
            progress = progress.failed(failed.key());
            throw failed;
        }
    }

    /** Titles of tracks that it does not take. */
    public List<String> refused(int most) {
        return server().map(server -> store.outgoing(server, tracks -> tracks.refused(most)))
                .orElse(List.of());
    }

    @PreDestroy
    void close() {
        if (connection != null) {
            connection.close();
        }
    }

    /** How many tracks it was told of. */
    private long tell(String server, UUID home) throws IOException, PushFailed, InterruptedException {
        List<Change> changes = store.outgoing(server, OutgoingTracks::changes);
        if (!changes.isEmpty()) {
            LOG.info("[catalog] Telling the public server of %,d tracks".formatted(changes.size()));
        }
        List<String> wanted = tell(server, home, changes, "");
        while (!wanted.isEmpty()) {
            for (String cover : wanted) {
                send(home, cover);
            }
            // Whatever has changed meanwhile a scan has found, after which there is another push.
            wanted = tell(server, home, List.of(), wanted.getLast());
        }
        return changes.size();
    }

    /** Answers with covers that it lacks: the next after this one. */
    private List<String> tell(String server, UUID home, List<Change> changes, String coversAfter)
            throws IOException, PushFailed, InterruptedException {
        PushQueue left = new PushQueue(changes);
        int misunderstood = 0;
        while (true) {
            progress = progress.running(left.size());
            PushQueue.Piece piece = left.next(tracks -> store.outgoing(server, outgoing -> outgoing.items(tracks)));
            long from = state(server).cursor();
            PublicServer.Answer answer = connection.send(
                    new PushRequest("POST", path(home, "batches"), piece.json(from, left.isEmpty(), coversAfter)),
                    "application/json");
            if (answer.status() == 409 && misunderstood++ < MOST_MISUNDERSTOOD) {
                left = new PushQueue(resumed(server, from, cursor(answer)));
                continue;
            }
            if (REFUSED.contains(answer.status()) && left.refused(piece)) {
                continue;
            }
            require(answer, 200);
            taken(server, cursor(answer), piece, left.taken());
            if (left.isEmpty()) {
                return answer.body().getJsonArray("covers").getValuesAs(JsonString::getString).stream()
                        .filter(cover -> HASH.matcher(cover).matches())
                        .toList();
            }
        }
    }

    private void taken(String server, long cursor, PushQueue.Piece piece, List<Item> refused) {
        store.outgoing(server, tracks -> tracks.taken(cursor, piece.items(), refused, piece.gone()));
        for (Item item : refused) {
            LOG.warning("[catalog] The public server does not take \"%s\"; it is told again when it has changed"
                    .formatted(TagText.clean(item.title())));
        }
    }

    /** It expects another piece: what to tell from there. */
    private List<Change> resumed(String server, long from, long expected) {
        if (expected == from + 1) {
            // The last one was taken and we do not know it: to tell the same again does no harm.
            store.outgoing(server, tracks -> tracks.expects(expected));
        } else {
            LOG.info("[catalog] The public server has lost what it was told, or we have: it is told everything");
            store.outgoing(server, OutgoingTracks::forgotten);
        }
        return store.outgoing(server, OutgoingTracks::changes);
    }

    /** Unless it is not there now; it will be wanted the next time, too. */
    private void send(UUID home, String cover) throws IOException, PushFailed, InterruptedException {
        Optional<byte[]> picture = picture(cover);
        if (picture.isPresent()) {
            PublicServer.Answer answer =
                    connection.send(new PushRequest("PUT", path(home, "covers/" + cover), picture.get()), "image/jpeg");
            // 404 and 422: it does not want this one any more, or at all.
            if (answer.status() != 404 && answer.status() != 422) {
                require(answer, 204);
            }
        }
    }

    private Optional<byte[]> picture(String cover) throws IOException {
        Optional<Path> original = covers.find(cover);
        Optional<Path> fits = original.isPresent() && Files.size(original.get()) > LARGEST_COVER
                ? sizes.jpeg(cover, SMALLER_COVER)
                : original;
        return fits.isPresent() ? Optional.of(Files.readAllBytes(fits.get())) : Optional.empty();
    }

    private static void require(PublicServer.Answer answer, int status) throws PushFailed {
        if (answer.status() != status) {
            String why =
                    "it answers %d %s".formatted(answer.status(), answer.body().getString("detail", ""));
            throw new PushFailed(
                    switch (answer.status()) {
                        case 401 -> Cause.UNAUTHORIZED;
                        case 400, 404, 413, 422 -> Cause.REFUSED;
                        default -> Cause.AWAY;
                    },
                    why,
                    null);
        }
    }

    private static long cursor(PublicServer.Answer answer) throws PushFailed {
        if (!answer.body().containsKey("cursor")) {
            throw new PushFailed(Cause.REFUSED, "it answers something else", null);
        }
        return answer.body().getJsonNumber("cursor").longValue();
    }

    private OutgoingTracks.State state(String server) {
        return store.outgoing(server, tracks -> tracks.state(ownName()));
    }

    /** The same for this machine and data folder also when its database is a new one. */
    private UUID ownName() {
        String machine;
        try {
            machine = InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            machine = "";
        }
        Path folder = Path.of(dataFolder).toAbsolutePath().normalize();
        return UUID.nameUUIDFromBytes((machine + "\n" + folder).getBytes(StandardCharsets.UTF_8));
    }

    private Optional<String> server() {
        return configured.flatMap(Origin::of).map(Origin::value);
    }

    private static String path(UUID home, String what) {
        return "/api/catalogue/" + home + "/" + what;
    }

    private static OffsetDateTime local(Instant moment) {
        return moment.atZone(ZoneId.systemDefault()).toOffsetDateTime();
    }
}
