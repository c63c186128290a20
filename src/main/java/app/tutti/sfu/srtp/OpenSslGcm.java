package app.tutti.sfu.srtp;

import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** AES-GCM (RFC 7714) by OpenSSL, which keeps the expanded key, so that a packet leaves nothing behind. */
final class OpenSslGcm implements PacketCipher {
    private static final Cleaner CLEANER = Cleaner.create();
    private static final int TAG = 16;

    private final GcmNonce nonce;
    private final boolean control;
    private final long context;

    /** @param control for RTCP */
    OpenSslGcm(boolean control, byte[] key, byte[] salt) {
        this.control = control;
        nonce = new GcmNonce(salt);
        long created = keyed(key);
        context = created;
        CLEANER.register(this, () -> LibCrypto.free(created));
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
        Memory memory = Memory.ofThread();
        ByteBuffer bytes = memory.bytes;
        long start = memory.address;
        int body = Memory.PACKET + header;
        nonce.put(bytes, ssrc, index);
        bytes.put(Memory.PACKET, packet, offset, header);
        bytes.put(body, payload, payloadOffset, length);
        LibCrypto.begin(context, start, true);
        LibCrypto.authenticate(context, start + Memory.PACKET, header, start + Memory.COUNT);
        int trailer = body + length + TAG;
        if (control) {
            bytes.putInt(trailer, Srtcp.word(index));
            LibCrypto.authenticate(context, start + trailer, Integer.BYTES, start + Memory.COUNT);
        }
        LibCrypto.update(context, start + body, start + body, length, start + Memory.COUNT);
        LibCrypto.seal(context, start + body + length, TAG, start + Memory.COUNT);
        Reference.reachabilityFence(this);
        int sealed = length + TAG + (control ? Integer.BYTES : 0);
        bytes.get(body, packet, offset + header, sealed);
        return header + sealed;
    }

    @Override
    public int open(byte[] packet, int offset, int header, int length, int ssrc, long index, byte[] plain) {
        int trailer = length - (control ? Integer.BYTES : 0);
        int sealed = trailer - header;
        if (sealed < TAG) {
            return -1;
        }
        Memory memory = Memory.ofThread();
        ByteBuffer bytes = memory.bytes;
        long start = memory.address;
        long body = start + Memory.PACKET + header;
        nonce.put(bytes, ssrc, index);
        bytes.put(Memory.PACKET, packet, offset, length);
        LibCrypto.begin(context, start, false);
        LibCrypto.authenticate(context, start + Memory.PACKET, header, start + Memory.COUNT);
        if (control) {
            LibCrypto.authenticate(context, start + Memory.PACKET + trailer, Integer.BYTES, start + Memory.COUNT);
        }
        LibCrypto.update(context, body, body, sealed - TAG, start + Memory.COUNT);
        boolean authentic = LibCrypto.verify(context, body + sealed - TAG, TAG, start + Memory.COUNT);
        Reference.reachabilityFence(this);
        if (!authentic) {
            return -1;
        }
        bytes.get(Memory.PACKET, plain, 0, trailer - TAG);
        return trailer - TAG;
    }

    private static long keyed(byte[] key) {
        ByteBuffer bytes = ByteBuffer.allocateDirect(key.length).put(0, key);
        long created = LibCrypto.newContext(key.length, LibCrypto.address(bytes));
        bytes.put(0, new byte[key.length]);
        return created;
    }

    /** What OpenSSL reads and writes, one for each thread: nonce, a count that nobody reads, and the packet. */
    private static final class Memory {
        static final int COUNT = 16;
        static final int PACKET = 32;

        private static final ThreadLocal<Memory> OF_THREAD = ThreadLocal.withInitial(Memory::new);

        final ByteBuffer bytes = ByteBuffer.allocateDirect(PACKET + 4096).order(ByteOrder.BIG_ENDIAN);
        final long address = LibCrypto.address(bytes);

        static Memory ofThread() {
            return OF_THREAD.get();
        }
    }
}
