package app.tutti.catalog.covers.control;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** The store that is configured: the data folder, or {@code TUTTI_IMAGES}. The settings were checked at the start. */
@ApplicationScoped
public class CoverStores {
    private static final long CACHED_BYTES = 256L << 20;

    @Inject
    @ConfigProperty(name = "TUTTI_DATA_DIR")
    String dataFolder;

    @Inject
    @ConfigProperty(name = "TUTTI_IMAGES")
    Optional<String> images;

    @Inject
    @ConfigProperty(name = "TUTTI_S3_ENDPOINT")
    Optional<String> endpoint;

    @Inject
    @ConfigProperty(name = "TUTTI_S3_REGION")
    String region;

    @Inject
    @ConfigProperty(name = "TUTTI_S3_KEY")
    Optional<String> key;

    @Inject
    @ConfigProperty(name = "TUTTI_S3_SECRET")
    Optional<String> secret;

    private CoverStore store;

    @Produces
    @Singleton
    CoverStore store() {
        Path folder = Path.of(dataFolder).toAbsolutePath().normalize();
        store = images.isEmpty() ? new DiskCovers(folder.resolve("covers")) : s3(folder.resolve("covers-cache"));
        return store;
    }

    @PreDestroy
    void stop() {
        if (store != null) {
            store.close();
        }
    }

    private CoverStore s3(Path cache) {
        String place = images.orElseThrow().replaceFirst("^s3://", "").replaceFirst("/+$", "");
        String server = endpoint.orElseThrow().replaceFirst("/+$", "");
        S3Bucket bucket = new S3Bucket(
                URI.create(server + "/" + place + "/"),
                region,
                AwsCredentialsIdentity.create(key.orElseThrow(), secret.orElseThrow()),
                System::nanoTime);
        return new S3Covers(bucket, new CoverCache(cache, CACHED_BYTES), System::nanoTime);
    }
}
