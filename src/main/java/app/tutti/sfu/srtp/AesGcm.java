package app.tutti.sfu.srtp;

import app.tutti.sfu.rtp.Words;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-GCM (RFC 7714) by Java, which makes a new state for every packet. */
final class AesGcm implements PacketCipher {
    private static final int TAG = 16;

    private final boolean control;
    private final SecretKeySpec key;
    private final GcmNonce salt;
    private final byte[] nonce = new byte[GcmNonce.LENGTH];
    private final ByteBuffer nonceBytes = ByteBuffer.wrap(nonce);
    private final byte[] word = new byte[Integer.BYTES];
    private final Cipher cipher;

    AesGcm(boolean control, byte[] key, byte[] salt) {
        this.control = control;
        this.key = new SecretKeySpec(key, "AES");
        this.salt = new GcmNonce(salt);
        try {
            cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java lacks AES-GCM", e);
        }
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

    private void begin(int mode, int ssrc, long index) throws GeneralSecurityException {
        salt.put(nonceBytes, ssrc, index);
        cipher.init(mode, key, new GCMParameterSpec(8 * TAG, nonce));
    }

    private byte[] word(long index) {
        Words.put(word, 0, Srtcp.word(index));
        return word;
    }
}
