package app.tutti.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Processes as Linux shows them in {@code /proc}; elsewhere as Java knows them. */
final class LinuxProcess {
    private LinuxProcess() {}

    /** Not of one that has ended and that nobody has collected yet, which Java takes for alive. */
    static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false) && !hasEnded(pid);
    }

    /** Whether a process works in this folder. */
    static boolean anyIn(Path folder) throws IOException {
        Path real = folder.toRealPath();
        return ProcessHandle.allProcesses().anyMatch(process -> real.equals(workingFolder(process.pid())));
    }

    private static Path workingFolder(long pid) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", String.valueOf(pid), "cwd"));
        } catch (IOException | UnsupportedOperationException | SecurityException unknown) {
            return null;
        }
    }

    /** proc(5): the state comes after the name in brackets, which may have brackets of its own. */
    private static boolean hasEnded(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
            char state = stat.charAt(stat.lastIndexOf(')') + 2);
            return state == 'Z' || state == 'X';
        } catch (IOException unknown) {
            return false;
        }
    }
}
