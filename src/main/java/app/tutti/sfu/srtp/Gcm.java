package app.tutti.sfu.srtp;

import app.tutti.sfu.foreign.CLibrary;
import java.util.concurrent.atomic.AtomicBoolean;

/** AES-GCM by whichever can do it here: OpenSSL at best, Java otherwise. */
final class Gcm {
    private static final System.Logger LOG = System.getLogger("sfu");
    private static final AtomicBoolean SAID = new AtomicBoolean();

    private Gcm() {}

    static PacketCipher rtp(MasterKey master) {
        return cipher(false, master, MasterKey.Label.RTP_ENCRYPTION, MasterKey.Label.RTP_SALT);
    }

    static PacketCipher rtcp(MasterKey master) {
        return cipher(true, master, MasterKey.Label.RTCP_ENCRYPTION, MasterKey.Label.RTCP_SALT);
    }

    private static PacketCipher cipher(
            boolean control, MasterKey master, MasterKey.Label encryption, MasterKey.Label salting) {
        byte[] key = master.derive(encryption, master.profile().keyLength());
        byte[] salt = master.derive(salting, GcmNonce.LENGTH);
        return openSsl() ? new OpenSslGcm(control, key, salt) : new AesGcm(control, key, salt);
    }

    private static boolean openSsl() {
        String missing = CLibrary.allowed() ? LibCrypto.MISSING : "switched off";
        if (missing != null && SAID.compareAndSet(false, true)) {
            LOG.log(System.Logger.Level.INFO, "[sfu] Packets are encrypted by Java: no OpenSSL [reason:{0}]", missing);
        }
        return missing == null;
    }
}
