package app.tutti.sfu.net;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class MediaPriorityTest {
    @Test
    void aThreadGoesBeforeOthersWhereTheSystemLetsIt() throws Exception {
        inAThreadOfItsOwn(() -> {
            int before = niceness();
            assertEquals(MediaPriority.raise() ? -11 : before, niceness());
        });
    }

    @Test
    void whatAnUrgentThreadStartsIsNotUrgent() throws Exception {
        inAThreadOfItsOwn(() -> {
            MediaPriority.raise();
            inAThreadOfItsOwn(() -> {
                MediaPriority.forgo();
                assertEquals(0, niceness());
            });
        });
    }

    private interface Work {
        void run() throws Exception;
    }

    private static void inAThreadOfItsOwn(Work work) throws Exception {
        FutureTask<Void> task = new FutureTask<>(() -> {
            work.run();
            return null;
        });
        Thread.ofPlatform().start(task);
        task.get();
    }

    /** The 19th field of its stat, counted behind the name in brackets, which ends the second. */
    private static int niceness() throws Exception {
        String stat = Files.readString(Path.of("/proc/thread-self/stat"));
        return Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[16]);
    }
}
