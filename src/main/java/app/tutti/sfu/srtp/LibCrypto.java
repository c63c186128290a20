package app.tutti.sfu.srtp;

import static java.lang.invoke.MethodType.methodType;

import app.tutti.sfu.foreign.CLibrary;
import app.tutti.sfu.foreign.Unavailable;
import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;
import java.util.List;

/** OpenSSL's EVP_CIPHER functions, for AES-GCM. A context is a pointer and belongs to one thread at a time. */
// A method handle may throw anything, as far as the compiler knows.
@SuppressWarnings("checkstyle:IllegalCatch")
final class LibCrypto {
    /** Null when it can be called, otherwise why not. */
    static final String MISSING;

    private static final List<String> NAMES = List.of("libcrypto.so.3", "libcrypto.so.1.1");
    private static final int AEAD_GET_TAG = 0x10;
    private static final int AEAD_SET_TAG = 0x11;

    private static final MethodHandle CONTEXT_NEW;
    private static final MethodHandle CONTEXT_FREE;
    private static final MethodHandle AES_128_GCM;
    private static final MethodHandle AES_256_GCM;
    private static final MethodHandle INIT;
    private static final MethodHandle UPDATE;
    private static final MethodHandle FINAL;
    private static final MethodHandle CONTROL;

    static {
        MethodHandle[] functions = new MethodHandle[8];
        MISSING = link(functions);
        CONTEXT_NEW = functions[0];
        CONTEXT_FREE = functions[1];
        AES_128_GCM = functions[2];
        AES_256_GCM = functions[3];
        INIT = functions[4];
        UPDATE = functions[5];
        FINAL = functions[6];
        CONTROL = functions[7];
    }

    private LibCrypto() {}

    private static String link(MethodHandle[] to) {
        try {
            CLibrary library = CLibrary.named(NAMES);
            Class<?> pointer = long.class;
            to[0] = library.function("EVP_CIPHER_CTX_new", methodType(pointer));
            to[1] = library.function("EVP_CIPHER_CTX_free", methodType(void.class, pointer));
            to[2] = library.function("EVP_aes_128_gcm", methodType(pointer));
            to[3] = library.function("EVP_aes_256_gcm", methodType(pointer));
            to[4] = library.quickFunction(
                    "EVP_CipherInit_ex", methodType(int.class, pointer, pointer, pointer, pointer, pointer, int.class));
            to[5] = library.quickFunction(
                    "EVP_CipherUpdate", methodType(int.class, pointer, pointer, pointer, pointer, int.class));
            to[6] = library.quickFunction("EVP_CipherFinal_ex", methodType(int.class, pointer, pointer, pointer));
            to[7] = library.quickFunction(
                    "EVP_CIPHER_CTX_ctrl", methodType(int.class, pointer, int.class, int.class, pointer));
            return null;
        } catch (Unavailable e) {
            return e.getMessage();
        }
    }

    /** @param key address of 16 or 32 bytes, which are copied */
    static long newContext(int keyLength, long key) {
        try {
            long context = (long) CONTEXT_NEW.invokeExact();
            long cipher = keyLength == 16 ? (long) AES_128_GCM.invokeExact() : (long) AES_256_GCM.invokeExact();
            require((int) INIT.invokeExact(context, cipher, 0L, key, 0L, 1));
            return context;
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static void free(long context) {
        try {
            CONTEXT_FREE.invokeExact(context);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    /** Begins a message. */
    static void begin(long context, long nonce, boolean encrypting) {
        try {
            require((int) INIT.invokeExact(context, 0L, 0L, 0L, nonce, encrypting ? 1 : 0));
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    /** @param count address of an int that OpenSSL writes to */
    static void authenticate(long context, long bytes, int length, long count) {
        update(context, 0, bytes, length, count);
    }

    /** Encrypts or decrypts; {@code from} may be {@code to}. */
    static void update(long context, long to, long from, int length, long count) {
        try {
            require((int) UPDATE.invokeExact(context, to, count, from, length));
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    /** Ends an encrypted message and writes its tag. */
    static void seal(long context, long tag, int tagLength, long count) {
        try {
            require((int) FINAL.invokeExact(context, tag, count));
            require((int) CONTROL.invokeExact(context, AEAD_GET_TAG, tagLength, tag));
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    /** Ends a decrypted message. False when the tag is another. */
    static boolean verify(long context, long tag, int tagLength, long count) {
        try {
            require((int) CONTROL.invokeExact(context, AEAD_SET_TAG, tagLength, tag));
            return (int) FINAL.invokeExact(context, tag, count) > 0;
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static long address(ByteBuffer direct) {
        try {
            return CLibrary.address(direct);
        } catch (Unavailable e) {
            throw unexpected(e);
        }
    }

    private static void require(int result) {
        if (result <= 0) {
            throw new IllegalStateException("OpenSSL refused a call");
        }
    }

    private static RuntimeException unexpected(Throwable e) {
        return e instanceof RuntimeException known ? known : new IllegalStateException("OpenSSL cannot be called", e);
    }
}
