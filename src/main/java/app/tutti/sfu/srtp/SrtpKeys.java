package app.tutti.sfu.srtp;

import java.util.Arrays;

/** What a DTLS-SRTP handshake agreed on: one master key for each direction. */
public record SrtpKeys(MasterKey client, MasterKey server) {
    /** Bytes to ask of the DTLS exporter for this profile. */
    public static int exportedLength(SrtpProfile profile) {
        return 2 * (profile.keyLength() + profile.saltLength());
    }

    /** RFC 5764 §4.2: client key, server key, client salt, server salt. */
    public static SrtpKeys exported(SrtpProfile profile, byte[] material) {
        int key = profile.keyLength();
        int salt = profile.saltLength();
        return new SrtpKeys(
                new MasterKey(
                        profile, slice(material, 0, key), slice(material, 2 * key, salt)),
                new MasterKey(
                        profile, slice(material, key, key), slice(material, 2 * key + salt, salt)));
    }

    private static byte[] slice(byte[] bytes, int from, int length) {
        return Arrays.copyOfRange(bytes, from, from + length);
    }
}
