package app.tutti.catalog.covers.control;

import app.tutti.catalog.files.control.FileRefused;
import app.tutti.catalog.files.control.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Logger;

/** The covers, each under the hash of its content. */
@ApplicationScoped
public class CoverFiles {
    private static final Logger LOG = Logger.getLogger(CoverFiles.class.getName());

    private CoverStore store;

    /** Of covers that nothing belongs to any more; what could not be removed is tried again the next time. */
    private final Set<String> unused = new LinkedHashSet<>();

    protected CoverFiles() {}

    @Inject
    public CoverFiles(CoverStore store) {
        this.store = store;
    }

    /**
     * Keeps the picture as a cover; returns its hash.
     *
     * @throws IOException when it cannot be kept now
     */
    public String keep(byte[] picture) throws FileRefused, IOException {
        byte[] jpeg = CoverPicture.of(picture);
        String sha256 = Sha256.of(jpeg);
        synchronized (unused) {
            unused.removeAll(names(sha256));
        }
        store.keep(original(sha256), jpeg);
        return sha256;
    }

    public Optional<Path> find(String sha256) {
        return store.find(original(sha256));
    }

    /** With all their sizes. */
    public void remove(Collection<String> hashes) {
        synchronized (unused) {
            hashes.forEach(sha256 -> unused.addAll(names(sha256)));
            try {
                for (Iterator<String> names = unused.iterator(); names.hasNext(); names.remove()) {
                    store.remove(names.next());
                }
            } catch (IOException stay) {
                LOG.warning("[catalog] Covers that nobody needs cannot be deleted now: " + stay.getMessage());
            }
        }
    }

    CoverStore store() {
        return store;
    }

    private static Set<String> names(String sha256) {
        Set<String> names = new LinkedHashSet<>(CoverSizes.names(sha256));
        names.add(original(sha256));
        return names;
    }

    private static String original(String sha256) {
        return sha256 + ".jpg";
    }
}
