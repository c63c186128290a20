package app.tutti.sfu.srtp;

import app.tutti.sfu.rtp.Words;
import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AEAD_AES_128_GCM (RFC 7714). RTCP differs in its trailing word, which is authenticated after the header. */
final class AesGcm implements PacketCipher {
    private static final int TAG = SrtpProfile.AEAD_AES_128_GCM.tagLength();

    private final boolean control;
    private final SecretKeySpec key;
    private final byte[] salt;
    private final byte[] nonce = new byte[12];
    private final byte[] word = new byte[Integer.BYTES];
    private final Cipher cipher;

    AesGcm(boolean control, byte[] key, byte[] salt) {
        this.control = control;
        this.key = new SecretKeySpec(key, "AES");
        this.salt = salt;
        try {
            cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java lacks AES-GCM", e);
        }
    }

    static AesGcm rtp(MasterKey master) {
        return new AesGcm(
                false, master.derive(MasterKey.Label.RTP_ENCRYPTION, 16), master.derive(MasterKey.Label.RTP_SALT, 12));
    }

    static AesGcm rtcp(MasterKey master) {
        return new AesGcm(
                true, master.derive(MasterKey.Label.RTCP_ENCRYPTION, 16), master.derive(MasterKey.Label.RTCP_SALT, 12));
    }

    @Override
    public int seal(
            byte[] packet,
            int offset,
            int header,
            byte[] payload,
            int payloadOffset,
            int length,
            int ssrc,
            long index) {
        try {
            begin(Cipher.ENCRYPT_MODE, ssrc, index);
            cipher.updateAAD(packet, offset, header);
            if (control) {
                cipher.updateAAD(word(index));
            }
            int sealed = cipher.doFinal(payload, payloadOffset, length, packet, offset + header);
            if (control) {
                System.arraycopy(word, 0, packet, offset + header + sealed, word.length);
            }
            return header + sealed + (control ? word.length : 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM would not encrypt", e);
        }
    }

    @Override
    public int open(byte[] packet, int offset, int header, int length, int ssrc, long index, byte[] plain) {
        int sealed = length - header - (control ? word.length : 0);
        if (sealed < TAG) {
            return -1;
        }
        try {
            begin(Cipher.DECRYPT_MODE, ssrc, index);
            cipher.updateAAD(packet, offset, header);
            if (control) {
                cipher.updateAAD(packet, offset + header + sealed, word.length);
            }
            int opened = cipher.doFinal(packet, offset + header, sealed, plain, header);
            System.arraycopy(packet, offset, plain, 0, header);
            return header + opened;
        } catch (AEADBadTagException e) {
            return -1;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM would not decrypt", e);
        }
    }

    /** RFC 7714 §8.1 and §9.1: two zero bytes, the SSRC and the 48-bit index, mixed with the salt. */
    private void begin(int mode, int ssrc, long index) throws GeneralSecurityException {
        nonce[0] = salt[0];
        nonce[1] = salt[1];
        for (int i = 0; i < 4; i++) {
            nonce[2 + i] = (byte) (salt[2 + i] ^ ssrc >>> 24 - 8 * i);
        }
        for (int i = 0; i < 6; i++) {
            nonce[6 + i] = (byte) (salt[6 + i] ^ index >>> 40 - 8 * i);
        }
        cipher.init(mode, key, new GCMParameterSpec(8 * TAG, nonce));
    }

    private byte[] word(long index) {
        Words.put(word, 0, Srtcp.word(index));
        return word;
    }
}
