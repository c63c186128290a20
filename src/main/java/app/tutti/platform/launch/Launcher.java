package app.tutti.platform.launch;

import app.tutti.platform.config.AnnouncedAddresses;
import app.tutti.platform.config.OpeningPath;
import app.tutti.platform.config.SettingRefused;
import app.tutti.platform.config.Settings;
import app.tutti.platform.config.StartStage;
import app.tutti.platform.config.StartedDatabase;
import app.tutti.platform.config.StartupFailure;
import app.tutti.platform.unavailable.Unavailable;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Optional;

/**
 * The runnable jar's entry: checks the settings and the ports, starts Payara Micro with the application inside, and
 * says where it is once a page of ours answers. Until then the port says that Tutti is starting.
 */
public final class Launcher {
    private Launcher() {}

    public static void main(String[] arguments) {
        try {
            launch(Settings.read());
        } catch (SettingRefused refused) {
            giveUp(refused.getMessage());
        } catch (Exception failed) {
            failed.printStackTrace();
            giveUp("The server failed to start; the lines above say why.");
        }
    }

    private static void launch(Settings settings)
            throws ReflectiveOperationException, IOException, InterruptedException {
        DataFolder.own(settings.dataFolder());
        keepVersion6();
        Ports.check(settings);
        // Now, for it would be told late otherwise: a name may have no address.
        AnnouncedAddresses.of(settings);
        OpeningPath.await();
        try (StartingServer starting = StartingServer.open(settings, Unavailable.STARTING);
                PatienceNote note = new PatienceNote()) {
            PayaraServer payara = PayaraServer.start(settings);
            StartStage.PAGE.enter();
            if (!FirstPage.at(payara.startingPort()).answers(Movement.ofThisProcess())) {
                throw new SettingRefused(
                        StartupFailure.remembered().orElse("The application failed to start; the log above says why."));
            }
            starting.close();
            payara.openPort();
        }
        OwnAddress own = OwnAddress.of(settings);
        Optional<String> opening = own.opening(OpeningPath.take());
        System.out.println("Tutti is ready: " + opening.orElse(own.address()));
        opening.ifPresent(Desktop::open);
    }

    /** Leaves nothing behind that would answer without an application, nor a database without one. */
    private static void giveUp(String sentence) {
        System.err.println("Tutti did not start. " + sentence);
        StartedDatabase.process().ifPresent(ProcessHandle::destroy);
        // Not exit(): a half-started server's shutdown can wait for the very start that has failed.
        Runtime.getRuntime().halt(1);
    }

    /**
     * Payara Micro sets {@code java.net.preferIPv4Stack} when it boots, and would leave media without version 6. Java
     * reads it once, with its network library; that is now.
     */
    private static void keepVersion6() {
        InetAddress.getLoopbackAddress();
    }
}
