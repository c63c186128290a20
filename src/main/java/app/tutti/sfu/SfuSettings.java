package app.tutti.sfu;

import app.tutti.sfu.ice.FullIce;
import java.util.List;
import java.util.Optional;

/**
 * How to start a relay.
 *
 * @param port for all media, by UDP and by TCP; 0 for any number that is free in both
 * @param announced addresses told to peers; none means every address of this machine that others could reach
 * @param shards threads that send, one for each core as a rule
 * @param fullIce for a relay whose port nobody can reach; nothing means ICE-lite at the port
 */
public record SfuSettings(int port, List<String> announced, int shards, Optional<FullIce> fullIce) {
    public SfuSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("No port has the number " + port);
        }
        if (shards < 1) {
            throw new IllegalArgumentException("At least one shard must send");
        }
        announced = List.copyOf(announced);
    }

    /** With ICE-lite at the port. */
    public SfuSettings(int port, List<String> announced, int shards) {
        this(port, announced, shards, Optional.empty());
    }

    /** All addresses, and as many shards as there are cores. */
    public static SfuSettings onPort(int port) {
        return new SfuSettings(port, List.of(), Runtime.getRuntime().availableProcessors());
    }
}
