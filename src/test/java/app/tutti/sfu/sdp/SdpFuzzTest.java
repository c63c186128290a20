package app.tutti.sfu.sdp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.sfu.dtls.Fingerprint;
import app.tutti.sfu.ice.IceCredentials;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

class SdpFuzzTest {
    private static final SdpAnswer ANSWERS =
            new SdpAnswer(1, new Fingerprint("sha-256", "00" + ":00".repeat(31)), List.of("192.0.2.1"), 10_000);
    private static final IceCredentials CREDENTIALS = new IceCredentials("ufragufraguf", "p".repeat(24));

    @FuzzTest
    void anOfferIsAnsweredLineForLineOrRefusedInPlainWords(byte[] bytes) {
        String offer = new String(bytes, StandardCharsets.UTF_8);
        try {
            SdpOffer read = SdpOffer.parse(offer);
            assertTrue(read.payloadType() >= 0 && read.payloadType() <= 127);
            assertFalse(read.ufrag().isEmpty());
            isWellFormed(offer, ANSWERS.receiving(read, CREDENTIALS, 128_000));
            isWellFormed(offer, ANSWERS.sending(read, CREDENTIALS, 7, "cname"));
        } catch (SdpRefused refused) {
            assertFalse(refused.getMessage().isBlank());
        }
    }

    @FuzzTest
    void aFragmentIsReadOrRefusedInPlainWords(byte[] bytes) {
        try {
            Optional<String> ufrag =
                    SdpFragment.parse(new String(bytes, StandardCharsets.UTF_8)).ufrag();
            assertTrue(ufrag.isEmpty() || ufrag.get().length() >= 4);
        } catch (SdpRefused refused) {
            assertFalse(refused.getMessage().isBlank());
        }
    }

    /** RFC 3264 §6: an m-line for each m-line; and nothing of the offer may have added lines of its own. */
    private static void isWellFormed(String offer, String answer) {
        assertEquals(SdpLines.sections(offer).size(), SdpLines.sections(answer).size());
        assertTrue(answer.endsWith("\r\n"));
        assertEquals(
                answer.lines().count(), answer.chars().filter(c -> c == '\n').count());
        assertEquals(1, answer.lines().filter(line -> line.startsWith("v=")).count());
    }
}
