package app.tutti.sfu.dtls;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signed by Java's own provider, verified by OpenSSL. */
class OpenSslVerifierTest {
    private final byte[] hash = new byte[32];

    @BeforeEach
    void openSslIsHere() {
        assumeTrue(OpenSslVerifier.available());
        new Random(7).nextBytes(hash);
    }

    @ParameterizedTest
    @ValueSource(strings = {"secp256r1", "secp384r1"})
    void aSignatureVerifiesForItsKeyAndHashOnly(String curve) throws Exception {
        KeyPair mine = keys(curve);
        byte[] signature = sign(mine);
        OpenSslVerifier verifier = new OpenSslVerifier(mine.getPublic().getEncoded());
        assertTrue(verifier.verifies(signature, hash));
        byte[] otherHash = hash.clone();
        otherHash[31] ^= 1;
        assertFalse(verifier.verifies(signature, otherHash));
        assertFalse(new OpenSslVerifier(keys(curve).getPublic().getEncoded()).verifies(signature, hash));
        assertTrue(verifier.verifies(signature, hash), "once more in the same room");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8, 40, 2000, 3000})
    void whatIsNoSignatureDoesNotVerify(int length) throws Exception {
        KeyPair mine = keys("secp256r1");
        OpenSslVerifier verifier = new OpenSslVerifier(mine.getPublic().getEncoded());
        assertFalse(verifier.verifies(new byte[length], hash));
        byte[] signature = sign(mine);
        assertFalse(verifier.verifies(Arrays.copyOf(signature, signature.length - 1), hash));
        assertFalse(verifier.verifies(Arrays.copyOf(signature, signature.length + 1), hash));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 50, 1990})
    void whatIsNoKeyVerifiesNothing(int length) throws Exception {
        assertFalse(new OpenSslVerifier(new byte[length]).verifies(sign(keys("secp256r1")), hash));
    }

    private byte[] sign(KeyPair keys) throws Exception {
        Signature signature = Signature.getInstance("NONEwithECDSA");
        signature.initSign(keys.getPrivate());
        signature.update(hash);
        return signature.sign();
    }

    private static KeyPair keys(String curve) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve));
        return generator.generateKeyPair();
    }
}
