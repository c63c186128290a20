package app.tutti.platform.media;

import app.tutti.clock.ServerClock;
import app.tutti.party.control.TurnSecret;
import app.tutti.platform.config.Setting;
import app.tutti.platform.config.Settings;
import app.tutti.platform.config.StartupFailure;
import app.tutti.sfu.PortUnavailable;
import app.tutti.sfu.Sfu;
import app.tutti.sfu.SfuSettings;
import app.tutti.sfu.ice.FullIce;
import app.tutti.sfu.ice.IceServer;
import app.tutti.sfu.ice.TurnPass;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The one relay and the one clock, for whoever injects them. */
@ApplicationScoped
public class SfuProducer {
    @Produces
    @Singleton
    Sfu start() {
        Settings settings = Settings.read();
        try {
            return Sfu.start(new SfuSettings(
                    settings.number(Setting.TUTTI_RTC_PORT),
                    list(settings, Setting.TUTTI_RTC_ANNOUNCED),
                    Runtime.getRuntime().availableProcessors(),
                    fullIce(settings)));
        } catch (PortUnavailable taken) {
            StartupFailure.remember("TUTTI_RTC_PORT is %s, but that port is in use or may not be used here."
                    .formatted(settings.get(Setting.TUTTI_RTC_PORT)));
            throw taken;
        }
    }

    void stop(@Disposes Sfu sfu) {
        sfu.close();
    }

    @Produces
    @Singleton
    ServerClock clock() {
        return new ServerClock();
    }

    private static Optional<FullIce> fullIce(Settings settings) {
        if (settings.get(Setting.TUTTI_RTC_ICE).equals("lite")) {
            return Optional.empty();
        }
        List<IceServer> servers = list(settings, Setting.TUTTI_ICE_SERVERS).stream()
                .flatMap(uri -> IceServer.parse(uri).stream())
                .toList();
        TurnSecret secret = new TurnSecret(settings.get(Setting.TUTTI_TURN_SECRET));
        return Optional.of(new FullIce(servers, () -> pass(secret)));
    }

    private static TurnPass pass(TurnSecret secret) {
        TurnSecret.Pass pass = secret.pass(Instant.now().getEpochSecond());
        return new TurnPass(pass.username(), pass.password());
    }

    private static List<String> list(Settings settings, Setting setting) {
        return Arrays.stream(settings.get(setting).split(","))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .toList();
    }
}
