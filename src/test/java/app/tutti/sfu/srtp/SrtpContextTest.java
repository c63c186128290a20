package app.tutti.sfu.srtp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.sfu.rtp.RtpPacket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Assumptions;

/** What holds for every packet, profile and order. */
class SrtpContextTest {
    private static final int SSRC = 0xcafe;

    private final byte[] plain = new byte[2048];

    @Property(tries = 300)
    void whatWasProtectedComesOutAgain(
            @ForAll SrtpProfile profile,
            @ForAll @Size(max = 1200) byte[] payload,
            @ForAll @IntRange(max = 65_535) int sequenceNumber) {
        byte[] packet = protect(new SrtpContext(key(profile)), sequenceNumber, payload);
        int length = unprotect(new SrtpContext(key(profile)), packet);
        assertEquals(RtpPacket.HEADER + payload.length, length);
        assertArrayEquals(payload, Arrays.copyOfRange(plain, RtpPacket.HEADER, length));
    }

    @Property(tries = 200)
    void javaAndOpenSslSealAlike(
            @ForAll boolean control,
            @ForAll @Size(32) byte[] key,
            @ForAll boolean longKey,
            @ForAll @Size(12) byte[] salt,
            @ForAll @Size(max = 1200) byte[] payload,
            @ForAll int ssrc,
            @ForAll @LongRange(min = 0, max = (1L << 48) - 1) long index) {
        Assumptions.assumeTrue(LibCrypto.MISSING == null, "OpenSSL must be installed");
        byte[] sized = Arrays.copyOf(key, longKey ? 32 : 16);
        byte[] java = new byte[1300];
        byte[] openSsl = new byte[1300];
        int length = new AesGcm(control, sized, salt).seal(java, 4, 12, payload, 0, payload.length, ssrc, index);
        PacketCipher cipher = new OpenSslGcm(control, sized, salt);
        assertEquals(length, cipher.seal(openSsl, 4, 12, payload, 0, payload.length, ssrc, index));
        assertArrayEquals(java, openSsl);
        assertTrue(cipher.open(openSsl, 4, 12, length, ssrc, index, plain) > 0);
    }

    @Property(tries = 300)
    void noBitMayFlip(
            @ForAll SrtpProfile profile,
            @ForAll @Size(min = 1, max = 300) byte[] payload,
            @ForAll @IntRange(max = 2600) int bit) {
        SrtpContext receiver = new SrtpContext(key(profile));
        byte[] packet = protect(new SrtpContext(key(profile)), 5, payload);
        byte[] forged = packet.clone();
        int flipped = bit % (packet.length * 8);
        forged[flipped / 8] ^= (byte) (1 << flipped % 8);
        assertTrue(unprotect(receiver, forged) < 0);
        assertTrue(unprotect(receiver, packet) > 0, "the forgery has not closed the window");
    }

    @Property(tries = 200)
    void aPacketIsTakenOnceInWhateverOrderTheyCome(
            @ForAll SrtpProfile profile, @ForAll @IntRange(max = 65_535) int start, @ForAll long seed) {
        SrtpContext sender = new SrtpContext(key(profile));
        SrtpContext receiver = new SrtpContext(key(profile));
        List<byte[]> packets = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            packets.add(protect(sender, start + i, new byte[] {(byte) i}));
        }
        // The first must be first, or the receiver would count the rollovers from another.
        assertTrue(unprotect(receiver, packets.getFirst()) > 0);
        List<byte[]> rest = new ArrayList<>(packets.subList(1, 40));
        Collections.shuffle(rest, new Random(seed));
        for (byte[] packet : rest) {
            assertTrue(unprotect(receiver, packet) > 0);
        }
        for (byte[] packet : packets) {
            assertEquals(SrtpContext.REPLAYED, unprotect(receiver, packet));
        }
    }

    @Property(tries = 100)
    void theRolloverCounterFollowsThroughLoss(
            @ForAll SrtpProfile profile, @ForAll @IntRange(min = 1, max = 32_767) int step) {
        SrtpContext sender = new SrtpContext(key(profile));
        SrtpContext receiver = new SrtpContext(key(profile));
        for (long index = 100; index < 300_000; index += step) {
            assertTrue(unprotect(receiver, protect(sender, index, new byte[] {1})) > 0);
            assertEquals(index, receiver.packetIndex());
        }
    }

    @Property(tries = 200)
    void aReportComesOutAgainOnce(@ForAll SrtpProfile profile, @ForAll @Size(max = 200) byte[] body) {
        SrtpContext sender = new SrtpContext(key(profile));
        SrtpContext receiver = new SrtpContext(key(profile));
        byte[] report = new byte[8 + body.length];
        report[0] = (byte) 0x80;
        report[1] = (byte) 200;
        System.arraycopy(body, 0, report, 8, body.length);
        byte[] sealed = new byte[report.length + sender.controlOverhead()];
        assertEquals(sealed.length, sender.protectControl(report, report.length, sealed));
        assertEquals(report.length, receiver.unprotectControl(sealed, 0, sealed.length, plain));
        assertArrayEquals(report, Arrays.copyOf(plain, report.length));
        assertEquals(SrtpContext.REPLAYED, receiver.unprotectControl(sealed, 0, sealed.length, plain));
    }

    @Property(tries = 500)
    void noiseIsRefused(@ForAll SrtpProfile profile, @ForAll @Size(min = 12, max = 100) byte[] noise) {
        SrtpContext receiver = new SrtpContext(key(profile));
        assertTrue(receiver.unprotect(noise, 0, 12, noise.length, plain) < 0);
        assertTrue(receiver.unprotectControl(noise, 0, noise.length, plain) < 0);
    }

    @Property(tries = 300)
    void theWindowAgreesWithASetOfAllIndices(@ForAll @Size(max = 200) List<@IntRange(max = 300) Integer> indices) {
        ReplayWindow window = new ReplayWindow();
        Set<Long> seen = new HashSet<>();
        for (long index : indices) {
            boolean recent = index > window.highest() - 64;
            assertEquals(recent && !seen.contains(index), window.admits(index));
            if (!window.admits(index)) {
                continue;
            }
            window.record(index);
            seen.add(index);
        }
    }

    @Property(tries = 5)
    void aNewSourceIsAlwaysHeardAndTheOneHeardLastIsNotForgotten(@ForAll SrtpProfile profile) {
        SrtpContext sender = new SrtpContext(key(profile));
        SrtpContext receiver = new SrtpContext(key(profile));
        List<byte[]> packets = new ArrayList<>();
        for (int ssrc = 1; ssrc <= 3 * SrtpSources.MOST; ssrc++) {
            byte[] packet = protect(sender, 70_000 + ssrc & 0xffff, new byte[] {1}, ssrc);
            packets.add(packet);
            assertTrue(unprotect(receiver, packet) > 0, "source " + ssrc);
            // Its own reports go on all the time, as every peer's.
            assertTrue(unprotect(receiver, protect(sender, ssrc, new byte[] {1}, 0x7777)) > 0);
        }
        assertEquals(3 * SrtpSources.MOST, receiver.packetIndex(), "of the one that was heard all the time");
        for (byte[] packet : packets.reversed().subList(0, SrtpSources.MOST - 1)) {
            assertEquals(SrtpContext.REPLAYED, unprotect(receiver, packet));
        }
    }

    @Property(tries = 5)
    void whoSaidGoodbyeGoesFirst(@ForAll SrtpProfile profile) {
        SrtpContext sender = new SrtpContext(key(profile));
        SrtpContext receiver = new SrtpContext(key(profile));
        byte[] oldest = protect(sender, 1, new byte[] {1}, 1);
        byte[] left = protect(sender, 1, new byte[] {1}, 2);
        unprotect(receiver, oldest);
        unprotect(receiver, left);
        receiver.left(2);
        assertEquals(SrtpContext.REPLAYED, unprotect(receiver, left), "nobody may send them again");
        for (int ssrc = 3; ssrc <= SrtpSources.MOST + 1; ssrc++) {
            unprotect(receiver, protect(sender, 1, new byte[] {1}, ssrc));
        }
        assertEquals(SrtpContext.REPLAYED, unprotect(receiver, oldest), "there was another that could go");
        assertTrue(unprotect(receiver, left) > 0);
    }

    private static byte[] protect(SrtpContext context, long index, byte[] payload) {
        return protect(context, index, payload, SSRC);
    }

    private static byte[] protect(SrtpContext context, long index, byte[] payload, int ssrc) {
        byte[] packet = new byte[RtpPacket.HEADER + payload.length + context.overhead()];
        RtpPacket.writeHeader(packet, 0, false, 111, index, 960, ssrc);
        assertEquals(packet.length, context.protect(packet, 0, RtpPacket.HEADER, payload, 0, payload.length, index));
        return packet;
    }

    private int unprotect(SrtpContext context, byte[] packet) {
        return context.unprotect(packet, 0, RtpPacket.HEADER, packet.length, plain);
    }

    private static MasterKey key(SrtpProfile profile) {
        byte[] key = new byte[profile.keyLength()];
        byte[] salt = new byte[profile.saltLength()];
        new Random(profile.code()).nextBytes(key);
        new Random(profile.code() + 1L).nextBytes(salt);
        return new MasterKey(profile, key, salt);
    }
}
