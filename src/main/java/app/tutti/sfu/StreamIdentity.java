package app.tutti.sfu;

import java.security.SecureRandom;
import java.util.HexFormat;

/** What listeners know a stream by, whoever sends it at present (RFC 3550 §5.1, §6.5.1). */
record StreamIdentity(int ssrc, String cname) {
    static StreamIdentity random(SecureRandom random) {
        byte[] name = new byte[8];
        random.nextBytes(name);
        return new StreamIdentity(random.nextInt(), HexFormat.of().formatHex(name));
    }
}
