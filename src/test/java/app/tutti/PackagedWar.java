package app.tutti;

import java.io.File;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The WAR as it is shipped, with a test beside it. */
public final class PackagedWar {
    private PackagedWar() {}

    public static WebArchive with(Class<?> test) {
        return ShrinkWrap.create(ZipImporter.class, "ROOT.war")
                .importFrom(new File(System.getProperty("tutti.war")))
                .as(WebArchive.class)
                .addClasses(test, PackagedWar.class, MachineKey.class, TestRunnerRoute.class);
    }

    /** Waits for what happens on another thread of the server and tells nobody. */
    public static void await(String what, BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("never: " + what);
            }
            Thread.sleep(50);
        }
    }
}
