package app.tutti.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A music folder with one track of ten minutes, 100 MB of silence. */
record LongTrack(Path folder, Path file) implements AutoCloseable {
    private static final int RATE = 44_100;
    private static final int FRAME = 4;
    private static final int SECONDS = 600;

    static LongTrack make() throws IOException {
        Path folder = Files.createTempDirectory("tutti-bench-music");
        Path file = folder.resolve("Silence.wav");
        try (var out = Files.newOutputStream(file)) {
            int bytes = RATE * FRAME * SECONDS;
            out.write(head(bytes));
            byte[] second = new byte[RATE * FRAME];
            for (int written = 0; written < SECONDS; written++) {
                out.write(second);
            }
        }
        return new LongTrack(folder, file);
    }

    private static byte[] head(int bytes) {
        java.nio.ByteBuffer head = java.nio.ByteBuffer.allocate(44).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        head.put("RIFF".getBytes())
                .putInt(bytes + 36)
                .put("WAVEfmt ".getBytes())
                .putInt(16);
        head.putShort((short) 1).putShort((short) 2).putInt(RATE).putInt(RATE * FRAME);
        head.putShort((short) FRAME).putShort((short) 16).put("data".getBytes()).putInt(bytes);
        return head.array();
    }

    @Override
    public void close() throws IOException {
        Files.delete(file);
        Files.delete(folder);
    }
}
