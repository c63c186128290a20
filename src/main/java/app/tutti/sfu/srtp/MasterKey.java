package app.tutti.sfu.srtp;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The master key and salt of one direction, from which the session keys are derived. */
public record MasterKey(SrtpProfile profile, byte[] key, byte[] salt) {
    /** RFC 3711 §4.3.1: what a derived key is for. */
    enum Label {
        RTP_ENCRYPTION,
        RTP_AUTHENTICATION,
        RTP_SALT,
        RTCP_ENCRYPTION,
        RTCP_AUTHENTICATION,
        RTCP_SALT
    }

    public MasterKey {
        if (key.length != profile.keyLength() || salt.length != profile.saltLength()) {
            throw new IllegalArgumentException("Key or salt has the wrong length for " + profile);
        }
    }

    /**
     * The key derivation function of RFC 3711 §4.3.3 with a key derivation rate of 0: AES in counter mode over zeros,
     * with the label folded into the salt.
     */
    byte[] derive(Label label, int length) {
        byte[] counter = new byte[16];
        // RFC 7714 §11: the 96-bit salt of GCM stands in the leftmost bits of the 112.
        System.arraycopy(salt, 0, counter, 0, salt.length);
        counter[7] ^= (byte) label.ordinal();
        try {
            Cipher aes = Cipher.getInstance("AES/CTR/NoPadding");
            aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(counter));
            return aes.doFinal(new byte[length]);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java lacks AES in counter mode", e);
        }
    }

    /** Without the keys. */
    @Override
    public String toString() {
        return "MasterKey[" + profile + "]";
    }
}
