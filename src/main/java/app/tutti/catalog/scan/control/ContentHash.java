package app.tutti.catalog.scan.control;

import app.tutti.catalog.files.control.FileRefused;
import app.tutti.catalog.files.control.RefusalReason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What a file is known by wherever it lies: its size, and a hash of its beginning, its middle and its end. */
public final class ContentHash {
    private static final int BLOCK = 4 * 1024;

    private ContentHash() {}

    static String of(Path file) throws FileRefused {
        try (FileChannel channel = FileChannel.open(file)) {
            long size = channel.size();
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            ByteBuffer block = ByteBuffer.allocate(BLOCK);
            add(channel, 0, block, sha256);
            if (size > BLOCK) {
                add(channel, Math.max(BLOCK, size / 2), block, sha256);
                add(channel, Math.max(BLOCK, size - BLOCK), block, sha256);
            }
            return size + "-" + HexFormat.of().formatHex(sha256.digest(), 0, 16);
        } catch (IOException gone) {
            throw new FileRefused(RefusalReason.CLOSED, gone);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void add(FileChannel channel, long place, ByteBuffer block, MessageDigest sha256)
            throws IOException {
        block.clear();
        while (block.hasRemaining() && channel.read(block, place + block.position()) >= 0) {
            continue;
        }
        sha256.update(block.flip());
    }
}
