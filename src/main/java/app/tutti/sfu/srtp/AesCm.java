package app.tutti.sfu.srtp;

import app.tutti.sfu.rtp.Words;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES in counter mode with an 80-bit HMAC-SHA1 tag (RFC 3711 §4.1.1 and §4.2.1). The tag of RTP covers the rollover
 * counter, which is not sent; that of RTCP the word with the index, which is.
 */
final class AesCm implements PacketCipher {
    private static final int TAG = SrtpProfile.AES128_CM_HMAC_SHA1_80.tagLength();
    private static final int AUTHENTICATION_KEY = 20;

    private final boolean control;
    private final SecretKeySpec key;
    private final byte[] salt;
    private final byte[] counter = new byte[16];
    private final byte[] word = new byte[Integer.BYTES];
    private final byte[] tag = new byte[20];
    private final byte[] claimed = new byte[20];
    private final Cipher cipher;
    private final Mac hmac;

    AesCm(boolean control, byte[] key, byte[] authenticationKey, byte[] salt) {
        this.control = control;
        this.key = new SecretKeySpec(key, "AES");
        this.salt = salt;
        try {
            cipher = Cipher.getInstance("AES/CTR/NoPadding");
            hmac = Mac.getInstance("HmacSHA1");
            hmac.init(new SecretKeySpec(authenticationKey, "HmacSHA1"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java lacks AES-CTR or HMAC-SHA1", e);
        }
    }

    static AesCm rtp(MasterKey master) {
        return new AesCm(
                false,
                master.derive(MasterKey.Label.RTP_ENCRYPTION, 16),
                master.derive(MasterKey.Label.RTP_AUTHENTICATION, AUTHENTICATION_KEY),
                master.derive(MasterKey.Label.RTP_SALT, 14));
    }

    static AesCm rtcp(MasterKey master) {
        return new AesCm(
                true,
                master.derive(MasterKey.Label.RTCP_ENCRYPTION, 16),
                master.derive(MasterKey.Label.RTCP_AUTHENTICATION, AUTHENTICATION_KEY),
                master.derive(MasterKey.Label.RTCP_SALT, 14));
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
            encrypt(payload, payloadOffset, length, packet, offset + header, ssrc, index);
            int end = header + length;
            authenticate(packet, offset, end, index);
            if (control) {
                System.arraycopy(word, 0, packet, offset + end, word.length);
                end += word.length;
            }
            System.arraycopy(tag, 0, packet, offset + end, TAG);
            return end + TAG;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-CTR would not encrypt", e);
        }
    }

    @Override
    public int open(byte[] packet, int offset, int header, int length, int ssrc, long index, byte[] plain) {
        int end = length - TAG - (control ? word.length : 0);
        if (end < header) {
            return -1;
        }
        try {
            authenticate(packet, offset, end, index);
            System.arraycopy(packet, offset + length - TAG, claimed, 0, TAG);
            System.arraycopy(tag, TAG, claimed, TAG, tag.length - TAG);
            if (!MessageDigest.isEqual(tag, claimed)) {
                return -1;
            }
            encrypt(packet, offset + header, end - header, plain, header, ssrc, index);
            System.arraycopy(packet, offset, plain, 0, header);
            return end;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-CTR would not decrypt", e);
        }
    }

    private void authenticate(byte[] packet, int offset, int length, long index) throws GeneralSecurityException {
        Words.put(word, 0, control ? Srtcp.word(index) : (int) (index >>> 16));
        hmac.update(packet, offset, length);
        hmac.update(word);
        hmac.doFinal(tag, 0);
    }

    /** RFC 3711 §4.1.1: salt, SSRC and 48-bit index mixed, and 16 zero bits to count blocks with. */
    private void encrypt(byte[] from, int offset, int length, byte[] to, int toOffset, int ssrc, long index)
            throws GeneralSecurityException {
        System.arraycopy(salt, 0, counter, 0, salt.length);
        for (int i = 0; i < 4; i++) {
            counter[4 + i] ^= (byte) (ssrc >>> 24 - 8 * i);
        }
        for (int i = 0; i < 6; i++) {
            counter[8 + i] ^= (byte) (index >>> 40 - 8 * i);
        }
        cipher.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(counter));
        cipher.doFinal(from, offset, length, to, toOffset);
    }
}
