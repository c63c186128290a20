package app.tutti.platform.media;

import app.tutti.clock.ServerClock;
import app.tutti.platform.config.AnnouncedAddresses;
import app.tutti.platform.config.Setting;
import app.tutti.platform.config.SettingRefused;
import app.tutti.platform.config.Settings;
import app.tutti.platform.config.StartupFailure;
import app.tutti.sfu.PortUnavailable;
import app.tutti.sfu.Sfu;
import app.tutti.sfu.SfuSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

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
                    AnnouncedAddresses.of(settings),
                    Runtime.getRuntime().availableProcessors()));
        } catch (PortUnavailable taken) {
            StartupFailure.remember("TUTTI_RTC_PORT is %s, but that %s port is in use or may not be used here."
                    .formatted(settings.get(Setting.TUTTI_RTC_PORT), taken.protocol()));
            throw taken;
        } catch (SettingRefused refused) {
            StartupFailure.remember(refused.getMessage());
            throw refused;
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
}
