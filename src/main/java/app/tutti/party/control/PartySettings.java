package app.tutti.party.control;

import app.tutti.party.entity.PartyEvent.IceServer;
import app.tutti.web.entity.Origin;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The settings that are the party's; the README says what each is for. */
@Named
@ApplicationScoped
public class PartySettings {
    static final int MOST_BITS_PER_SECOND = 256_000;

    @Inject
    @ConfigProperty(name = "TUTTI_PARTY_ENABLED")
    boolean enabled;

    @Inject
    @ConfigProperty(name = "TUTTI_PARTY_ROLE")
    String role;

    @Inject
    @ConfigProperty(name = "TUTTI_PARTY_GRACE")
    int graceSeconds;

    @Inject
    @ConfigProperty(name = "TUTTI_PARTY_BITRATE")
    int kilobitsPerSecond;

    @Inject
    @ConfigProperty(name = "TUTTI_PARTY_BUFFER_MS")
    int bufferMs;

    @Inject
    @ConfigProperty(name = "TUTTI_PARTY_ECONOMY_FROM")
    int economyFrom;

    @Inject
    @ConfigProperty(name = "TUTTI_MAX_LISTENERS")
    int maxListeners;

    @Inject
    @ConfigProperty(name = "TUTTI_MAX_PARTIES")
    int maxParties;

    @Inject
    @ConfigProperty(name = "TUTTI_JOINS_PER_ADDRESS")
    int joinsPerAddress;

    @Inject
    @ConfigProperty(name = "TUTTI_TURN_SECRET")
    Optional<String> turnSecret;

    @Inject
    @ConfigProperty(name = "TUTTI_ICE_SERVERS")
    Optional<String> iceServers;

    @Inject
    @ConfigProperty(name = "TUTTI_PARTY_URL")
    Optional<String> server;

    public boolean enabled() {
        return enabled;
    }

    /** The public server that relays our hosts' parties, as an origin; empty where that is this one. */
    public String server() {
        return server.flatMap(Origin::of).map(Origin::value).orElse("");
    }

    /** This server passes on the parties of others. */
    public boolean isRelay() {
        return "listener".equals(role);
    }

    public Duration grace() {
        return Duration.ofSeconds(graceSeconds);
    }

    /** Kilobits per second that a host's page begins with. */
    public int bitrate() {
        return kilobitsPerSecond;
    }

    /** Milliseconds of music a listener should hold back against a bad network. */
    public int bufferMs() {
        return bufferMs;
    }

    /** From how many listeners on a host's page is asked for longer packets. */
    public int economyFrom() {
        return economyFrom;
    }

    public int maxListeners() {
        return maxListeners;
    }

    public int maxParties() {
        return maxParties;
    }

    /** A minute. */
    public int joinsPerAddress() {
        return joinsPerAddress;
    }

    /** With a pass of a day for those that are TURN servers. */
    public List<IceServer> iceServers(Instant now) {
        return iceServers.stream()
                .flatMap(list -> Arrays.stream(list.split(",")))
                .map(String::strip)
                .map(url -> url.startsWith("turn") ? turn(url, now) : stun(url))
                .toList();
    }

    private IceServer turn(String url, Instant now) {
        TurnSecret.Pass pass = new TurnSecret(turnSecret.orElseThrow()).pass(now.getEpochSecond());
        return new IceServer(List.of(url), Optional.of(pass.username()), Optional.of(pass.password()));
    }

    private static IceServer stun(String url) {
        return new IceServer(List.of(url), Optional.empty(), Optional.empty());
    }
}
