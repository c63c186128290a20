package app.tutti.bench;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** One direction of AEAD_AES_128_GCM (RFC 7714), for RTP packets with a header of 12 bytes. */
final class SrtpGcm {
    static final int PROFILE = 0x0007;
    static final int KEY = 16;
    static final int SALT = 12;
    static final int HEADER = 12;
    static final int TAG = 16;

    private static final int CONTROL_HEADER = 8;

    private final SecretKeySpec key;
    private final ByteBuffer salt;
    private final SecretKeySpec controlKey;
    private final ByteBuffer controlSalt;
    private final Cipher cipher;
    private int controlIndex;

    SrtpGcm(byte[] masterKey, byte[] masterSalt) {
        try {
            key = new SecretKeySpec(derive(masterKey, masterSalt, 0, KEY), "AES");
            salt = ByteBuffer.wrap(derive(masterKey, masterSalt, 2, SALT));
            controlKey = new SecretKeySpec(derive(masterKey, masterSalt, 3, KEY), "AES");
            controlSalt = ByteBuffer.wrap(derive(masterKey, masterSalt, 5, SALT));
            cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** RFC 3711 §4.3.1 and §4.3.3. */
    private static byte[] derive(byte[] masterKey, byte[] masterSalt, int label, int length)
            throws GeneralSecurityException {
        byte[] counter = java.util.Arrays.copyOf(masterSalt, 16);
        counter[7] ^= (byte) label;
        Cipher aes = Cipher.getInstance("AES/CTR/NoPadding");
        aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(masterKey, "AES"), new IvParameterSpec(counter));
        return aes.doFinal(new byte[length]);
    }

    /** Writes the protected packet to {@code to}. */
    void seal(byte[] packet, int length, long rollover, ByteBuffer to) throws GeneralSecurityException {
        begin(Cipher.ENCRYPT_MODE, ByteBuffer.wrap(packet), rollover);
        cipher.updateAAD(packet, 0, HEADER);
        to.put(packet, 0, HEADER);
        cipher.doFinal(ByteBuffer.wrap(packet, HEADER, length - HEADER), to);
    }

    /** The plain payload. */
    ByteBuffer open(byte[] packet, int length, long rollover) throws GeneralSecurityException {
        begin(Cipher.DECRYPT_MODE, ByteBuffer.wrap(packet), rollover);
        cipher.updateAAD(packet, 0, HEADER);
        return ByteBuffer.wrap(cipher.doFinal(packet, HEADER, length - HEADER));
    }

    /** Protects a compound RTCP packet in its place (RFC 7714 §9); 20 bytes more. Returns the whole length. */
    int sealControl(byte[] packet, int length) throws GeneralSecurityException {
        ByteBuffer nonce = ByteBuffer.allocate(SALT);
        nonce.putInt(2, ByteBuffer.wrap(packet).getInt(4));
        nonce.putInt(8, controlIndex);
        nonce.putLong(0, nonce.getLong(0) ^ controlSalt.getLong(0));
        nonce.putInt(8, nonce.getInt(8) ^ controlSalt.getInt(8));
        byte[] word = ByteBuffer.allocate(4).putInt(1 << 31 | controlIndex++).array();
        cipher.init(Cipher.ENCRYPT_MODE, controlKey, new GCMParameterSpec(8 * TAG, nonce.array()));
        cipher.updateAAD(packet, 0, CONTROL_HEADER);
        cipher.updateAAD(word);
        byte[] sealed = cipher.doFinal(packet, CONTROL_HEADER, length - CONTROL_HEADER);
        System.arraycopy(sealed, 0, packet, CONTROL_HEADER, sealed.length);
        System.arraycopy(word, 0, packet, CONTROL_HEADER + sealed.length, word.length);
        return CONTROL_HEADER + sealed.length + word.length;
    }

    /** RFC 7714 §8.1. */
    private void begin(int mode, ByteBuffer packet, long rollover) throws GeneralSecurityException {
        ByteBuffer nonce = ByteBuffer.allocate(SALT);
        nonce.putInt(2, packet.getInt(8));
        nonce.putInt(6, (int) rollover);
        nonce.putShort(10, packet.getShort(2));
        nonce.putLong(0, nonce.getLong(0) ^ salt.getLong(0));
        nonce.putInt(8, nonce.getInt(8) ^ salt.getInt(8));
        cipher.init(mode, key, new GCMParameterSpec(8 * TAG, nonce.array()));
    }
}
