package app.tutti.sfu.dtls;

import static java.lang.invoke.MethodType.methodType;

import app.tutti.sfu.foreign.CLibrary;
import app.tutti.sfu.foreign.Unavailable;
import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bouncycastle.tls.DigitallySigned;
import org.bouncycastle.tls.crypto.TlsStreamVerifier;
import org.bouncycastle.tls.crypto.TlsVerifier;

/**
 * Verifies with OpenSSL that a peer has the key of its certificate. BouncyCastle does it in the same time, but leaves a
 * megabyte of garbage each time, which is most of what a handshake leaves.
 */
// A method handle may throw anything, as far as the compiler knows.
@SuppressWarnings("checkstyle:IllegalCatch")
final class OpenSslVerifier implements TlsVerifier {
    private static final List<String> NAMES = List.of("libcrypto.so.3", "libcrypto.so.1.1");
    private static final int LARGEST = 2048;

    private static final MethodHandle PARSE;
    private static final MethodHandle FREE;
    private static final MethodHandle CONTEXT_NEW;
    private static final MethodHandle CONTEXT_FREE;
    private static final MethodHandle INIT;
    private static final MethodHandle VERIFY;
    private static final boolean AVAILABLE;

    static {
        MethodHandle[] functions = new MethodHandle[6];
        AVAILABLE = CLibrary.allowed() && link(functions);
        PARSE = functions[0];
        FREE = functions[1];
        CONTEXT_NEW = functions[2];
        CONTEXT_FREE = functions[3];
        INIT = functions[4];
        VERIFY = functions[5];
    }

    /** Room for one that verifies, idle. */
    private static final Queue<ByteBuffer> ROOM = new ConcurrentLinkedQueue<>();

    private final byte[] publicKey;

    /** @param publicKey DER of a SubjectPublicKeyInfo (RFC 5280 §4.1.2.7) */
    OpenSslVerifier(byte[] publicKey) {
        this.publicKey = publicKey.clone();
    }

    static boolean available() {
        return AVAILABLE;
    }

    @Override
    public TlsStreamVerifier getStreamVerifier(DigitallySigned signed) {
        return null;
    }

    @Override
    public boolean verifyRawSignature(DigitallySigned signed, byte[] hash) {
        return verifies(signed.getSignature(), hash);
    }

    /**
     * @param signature DER of an ECDSA signature (RFC 3279 §2.2.3); whatever else it is does not verify
     * @param hash what was signed
     */
    boolean verifies(byte[] signature, byte[] hash) {
        if (Long.BYTES + publicKey.length + signature.length + hash.length > LARGEST) {
            return false;
        }
        ByteBuffer idle = ROOM.poll();
        ByteBuffer room = idle == null ? ByteBuffer.allocateDirect(LARGEST).order(ByteOrder.nativeOrder()) : idle;
        try {
            return verifies(room, signature, hash);
        } catch (RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("OpenSSL cannot be called", e);
        } finally {
            ROOM.add(room);
        }
    }

    private boolean verifies(ByteBuffer room, byte[] signature, byte[] hash) throws Throwable {
        // The address is that of its position.
        long start = CLibrary.address(room.clear());
        long from = start + Long.BYTES;
        long signed = from + publicKey.length;
        // d2i_PUBKEY takes the address of a pointer, which it moves behind what it has read.
        room.putLong(from).put(publicKey).put(signature).put(hash);
        long key = (long) PARSE.invokeExact(0L, start, (long) publicKey.length);
        if (key == 0) {
            return false;
        }
        try {
            return verifies(key, signed, signature.length, signed + signature.length, hash.length);
        } finally {
            FREE.invokeExact(key);
        }
    }

    private static boolean verifies(long key, long signature, long signatureLength, long hash, long hashLength)
            throws Throwable {
        long context = (long) CONTEXT_NEW.invokeExact(key, 0L);
        try {
            return (int) INIT.invokeExact(context) == 1
                    && (int) VERIFY.invokeExact(context, signature, signatureLength, hash, hashLength) == 1;
        } finally {
            CONTEXT_FREE.invokeExact(context);
        }
    }

    private static boolean link(MethodHandle[] to) {
        try {
            CLibrary library = CLibrary.named(NAMES);
            Class<?> pointer = long.class;
            to[0] = library.function("d2i_PUBKEY", methodType(pointer, pointer, pointer, long.class));
            to[1] = library.function("EVP_PKEY_free", methodType(void.class, pointer));
            to[2] = library.function("EVP_PKEY_CTX_new", methodType(pointer, pointer, pointer));
            to[3] = library.function("EVP_PKEY_CTX_free", methodType(void.class, pointer));
            to[4] = library.function("EVP_PKEY_verify_init", methodType(int.class, pointer));
            to[5] = library.function(
                    "EVP_PKEY_verify", methodType(int.class, pointer, pointer, long.class, pointer, long.class));
            return true;
        } catch (Unavailable e) {
            return false;
        }
    }
}
