package app.tutti.platform.media;

import app.tutti.clock.ServerClock;
import app.tutti.party.control.TurnSecret;
import app.tutti.platform.config.AnnouncedAddresses;
import app.tutti.platform.config.Setting;
import app.tutti.platform.config.SettingRefused;
import app.tutti.platform.config.Settings;
import app.tutti.platform.config.StartupFailure;
import app.tutti.sfu.PortUnavailable;
import app.tutti.sfu.Sfu;
import app.tutti.sfu.SfuSettings;
import app.tutti.sfu.ice.FullIce;
import app.tutti.sfu.ice.IceServer;
import app.tutti.sfu.ice.TurnPass;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The one relay and the one clock, for whoever injects them. */
@ApplicationScoped
public class SfuProducer {
    private Sfu running;

    @Produces
    @Singleton
    Sfu start() {
        running = open();
        return running;
    }

    /** Not as a disposer: Payara calls those when the class loader is closed, and saying goodbye needs further classes. */
    void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object stopping) {
        if (running != null) {
            running.close();
        }
    }

    private static Sfu open() {
        Settings settings = Settings.read();
        try {
            return Sfu.start(new SfuSettings(
                    settings.number(Setting.TUTTI_RTC_PORT),
                    AnnouncedAddresses.of(settings),
                    Runtime.getRuntime().availableProcessors(),
                    fullIce(settings)));
        } catch (PortUnavailable taken) {
            StartupFailure.remember("TUTTI_RTC_PORT is %s, but that %s port is in use or may not be used here."
                    .formatted(settings.get(Setting.TUTTI_RTC_PORT), taken.protocol()));
            throw taken;
        } catch (SettingRefused refused) {
            StartupFailure.remember(refused.getMessage());
            throw refused;
        }
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
        List<IceServer> servers = Stream.of(
                        settings.get(Setting.TUTTI_ICE_SERVERS).split(","))
                .flatMap(uri -> IceServer.parse(uri.strip()).stream())
                .toList();
        TurnSecret secret = new TurnSecret(settings.get(Setting.TUTTI_TURN_SECRET));
        return Optional.of(new FullIce(servers, () -> pass(secret)));
    }

    private static TurnPass pass(TurnSecret secret) {
        TurnSecret.Pass pass = secret.pass(Instant.now().getEpochSecond());
        return new TurnPass(pass.username(), pass.password());
    }
}
