package app.tutti.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.zip.CRC32;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The connectivity checks of a controlling peer (RFC 8445 §7.2.2, RFC 8489). */
final class StunCheck {
    private static final int HEADER = 20;
    private static final int MAGIC_COOKIE = 0x2112_A442;
    private static final int FINGERPRINT_MASK = 0x5354_554e;

    private final byte[] username;
    private final SecretKeySpec password;

    StunCheck(String username, String password) {
        this.username = username.getBytes(StandardCharsets.US_ASCII);
        this.password = new SecretKeySpec(password.getBytes(StandardCharsets.US_ASCII), "HmacSHA1");
    }

    /** A request that nominates. */
    byte[] request() {
        ByteBuffer message = ByteBuffer.allocate(256);
        ThreadLocalRandom random = ThreadLocalRandom.current();
        message.putShort((short) 1).putShort((short) 0).putInt(MAGIC_COOKIE);
        message.putInt(random.nextInt()).putLong(random.nextLong());
        attribute(message, 0x0006, username);
        attribute(message, 0x0024, new byte[] {0x6e, 0, 1, (byte) 0xff});
        attribute(message, 0x802a, new byte[8]);
        attribute(message, 0x0025, new byte[0]);
        sign(message);
        return java.util.Arrays.copyOf(message.array(), message.position());
    }

    static boolean succeeded(ByteBuffer answer) {
        return answer.remaining() >= HEADER && answer.getShort(answer.position()) == 0x0101;
    }

    private static void attribute(ByteBuffer message, int type, byte[] value) {
        message.putShort((short) type).putShort((short) value.length).put(value);
        message.position(message.position() + 3 & ~3);
    }

    private void sign(ByteBuffer message) {
        try {
            // Each of the two covers a length that counts itself already.
            message.putShort(2, (short) (message.position() - HEADER + 24));
            Mac hmac = Mac.getInstance("HmacSHA1");
            hmac.init(password);
            hmac.update(message.array(), 0, message.position());
            attribute(message, 0x0008, hmac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        message.putShort(2, (short) (message.position() - HEADER + 8));
        CRC32 crc = new CRC32();
        crc.update(message.array(), 0, message.position());
        message.putShort((short) 0x8028).putShort((short) 4).putInt((int) crc.getValue() ^ FINGERPRINT_MASK);
    }
}
