package app.tutti.sfu.sdp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.sfu.dtls.Fingerprint;
import app.tutti.sfu.ice.IceCandidate;
import app.tutti.sfu.ice.IceCredentials;
import app.tutti.sfu.ice.RemoteIce;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Against what Chromium 156 and Firefox 153 ESR offered. The safari-shape files are no recordings: they are written by us
 * in the shape known of WebKit offers (its libwebrtc, with ILBC, which Chromium has not).
 */
class SdpTest {
    private static final IceCredentials OURS = new IceCredentials("ourUfrag", "ourPassword");
    private static final String HASH = "AA" + ":AA".repeat(31);

    private final SdpAnswer answers =
            new SdpAnswer(1 << 20, new Fingerprint("sha-256", HASH), List.of("192.0.2.1", "2001:db8::1"), 4000);

    @ParameterizedTest
    @CsvSource({"chromium-producer, 111", "firefox-producer, 109", "safari-shape-producer, 111"})
    void aHostsOfferIsAnsweredWithItsOwnPayloadType(String name, int payloadType) {
        SdpOffer offer = SdpOffer.parse(read(name)).requireSending();
        String answer = answers.receiving(offer, OURS, 96_000);
        assertEquals(payloadType, offer.payloadType());
        assertTrue(answer.contains("m=audio 4000 UDP/TLS/RTP/SAVPF " + payloadType + "\r\n"));
        assertTrue(answer.contains("a=fmtp:" + payloadType + " minptime=10;stereo=1;sprop-stereo=1;"
                + "maxaveragebitrate=96000;usedtx=0;cbr=0;useinbandfec=0\r\n"));
        assertTrue(answer.contains("a=recvonly\r\n"));
        assertAcceptable(answer);
    }

    @ParameterizedTest
    @CsvSource({"chromium-listener, 111", "firefox-listener, 109", "safari-shape-listener, 111"})
    void aListenersOfferIsAnsweredWithItsOwnPayloadType(String name, int payloadType) {
        SdpOffer offer = SdpOffer.parse(read(name)).requireReceiving();
        String answer = answers.sending(offer, OURS, -1, "cname");
        assertTrue(answer.contains("a=rtpmap:" + payloadType + " opus/48000/2\r\n"));
        assertTrue(answer.contains("a=fmtp:" + payloadType + " minptime=10;stereo=1;sprop-stereo=1\r\n"));
        assertTrue(answer.contains("a=sendonly\r\n"));
        assertTrue(answer.contains("a=msid:cname audio\r\n"));
        assertTrue(answer.contains("a=ssrc:4294967295 cname:cname\r\n"));
        assertAcceptable(answer);
    }

    @Test
    void whoeverOffersToSendAgainIsPromisedTheSame() {
        String offer = read("firefox-listener").replace("a=rtcp-mux\r\n", "a=rtcp-mux\r\na=rtcp-fb:109 nack\r\n");
        assertTrue(answers.sending(SdpOffer.parse(offer), OURS, 1, "c").contains("\r\na=rtcp-fb:109 nack\r\n"));
        String other = offer.replace("rtcp-fb:109 nack", "rtcp-fb:109 nack pli");
        assertFalse(answers.sending(SdpOffer.parse(other), OURS, 1, "c").contains("rtcp-fb"));
    }

    @ParameterizedTest
    @CsvSource({
        "120, 60, 60",
        "60, 60, 60",
        "40, 60, 40",
        "59, 60, 40",
        "20, 60, 20",
        "3, 60, 20",
        "x, 60, 60",
        "60, 20, 20"
    })
    void aPacketIsNoLongerThanTheHostCanMakeIt(String most, int wanted, int agreed) {
        SdpOffer offer = SdpOffer.parse(read("chromium-producer") + "a=maxptime:" + most + "\r\n");
        assertTrue(answers.receiving(offer, OURS, 64_000, wanted).contains("\r\na=ptime:" + agreed + "\r\n"));
        assertFalse(answers.receiving(offer, OURS, 64_000).contains("ptime:"));
    }

    @Test
    void redundantAudioIsPromisedToWhoeverTakesItAndAskedOfWhoeverPrefersIt() {
        String red = "a=rtpmap:63 red/48000/2\r\na=fmtp:63 111/111\r\n";
        String listener = answers.sending(SdpOffer.parse(read("chromium-listener")), OURS, 1, "c");
        assertTrue(listener.contains("SAVPF 111 63\r\n") && listener.contains(red), listener);
        String producer = read("chromium-producer");
        assertFalse(answers.receiving(SdpOffer.parse(producer), OURS, 64_000).contains("red/"));
        producer = producer.replace("SAVPF 111 63 ", "SAVPF 63 111 ");
        String preferred = answers.receiving(SdpOffer.parse(producer), OURS, 64_000);
        assertTrue(preferred.contains("SAVPF 63 111\r\n") && preferred.contains(red), preferred);
        producer = producer.replace("fmtp:63 111/111", "fmtp:63 111/9");
        assertFalse(answers.receiving(SdpOffer.parse(producer), OURS, 64_000).contains("red/"), "frames of others");
        assertFalse(answers.sending(SdpOffer.parse(read("firefox-listener")), OURS, 1, "c")
                .contains("red/"));
    }

    @Test
    void aFullAgentTellsItsCandidatesAndIsNotLite() {
        SdpOffer offer = SdpOffer.parse(read("chromium-listener"));
        answers.full(List.of(
                new IceCandidate("1", 2130706431, "10.1.0.2", 46096, "host", ""),
                new IceCandidate("2", 16777215, "203.0.113.1", 57891, "relay", "raddr 203.0.113.2 rport 30581")));
        String answer = answers.sending(offer, OURS, 1, "c");
        assertFalse(answer.contains("ice-lite"), answer);
        assertFalse(answer.contains("192.0.2.1"), answer);
        assertTrue(answer.contains("m=audio 57891 "), answer);
        assertTrue(answer.contains("c=IN IP4 203.0.113.1\r\n"), answer);
        assertTrue(answer.contains(
                "a=candidate:2 1 udp 16777215 203.0.113.1 57891 typ relay" + " raddr 203.0.113.2 rport 30581\r\n"));
        assertFalse(answers.fragment(OURS).contains("ice-lite"));
    }

    @Test
    void anOfferTellsItsSideOfIce() {
        RemoteIce ice = SdpOffer.parse(read("chromium-listener")).ice();
        assertTrue(ice.password().isPresent());
        assertFalse(ice.toString().contains(ice.password().get()), "the password stays out of logs");
    }

    @Test
    void aSecondAnswerOfTheSameSessionHasTheNextVersion() {
        SdpOffer offer = SdpOffer.parse(read("chromium-listener"));
        assertTrue(answers.sending(offer, OURS, 1, "c").contains("o=- 262144 1 IN"));
        assertTrue(answers.sending(offer, OURS, 1, "c").contains("o=- 262144 2 IN"));
    }

    @Test
    void videoAndDataAreRefusedWithPortZero() {
        String video = "m=video 9 UDP/TLS/RTP/SAVPF 96 97\r\na=mid:1\r\na=sendrecv\r\na=rtpmap:96 VP8/90000\r\n";
        String data = "m=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\na=mid:2\r\na=sctp-port:5000\r\n";
        String answer = answers.receiving(SdpOffer.parse(read("chromium-producer") + video + data), OURS, 64_000);
        assertTrue(answer.contains("m=video 0 UDP/TLS/RTP/SAVPF 96 97\r\n"));
        assertTrue(answer.contains("m=application 0 UDP/DTLS/SCTP webrtc-datachannel\r\n"));
        assertTrue(answer.contains("a=group:BUNDLE 0\r\n"));
    }

    private static final String VIDEO = "m=video 9 UDP/TLS/RTP/SAVPF 96 97\r\na=mid:v\r\na=sendonly\r\na=rtcp-mux\r\n"
            + "a=ice-ufrag:vide\r\na=ice-pwd:vvvvvvvvvvvvvvvvvvvvvvvv\r\na=setup:actpass\r\na=fingerprint:sha-256 "
            + HASH
            + "\r\na=rtpmap:97 rtx/90000\r\na=fmtp:97 apt=96\r\na=rtpmap:96 H264/90000\r\na=fmtp:96 packetization-mode=1\r\n";

    @Test
    void theMLineThatABundlesTransportBelongsToIsKept() {
        SdpOffer offer = SdpOffer.parse(bundledBehind(VIDEO)).requireSending();
        String answer = answers.receiving(offer, OURS, 64_000);
        assertTrue(answer.contains("a=group:BUNDLE v 0\r\n"), answer);
        String video = answer.substring(answer.indexOf("m=video"), answer.indexOf("m=audio"));
        assertTrue(video.startsWith("m=video 4000 UDP/TLS/RTP/SAVPF 96\r\n"), video);
        for (String line : List.of(
                "a=mid:v",
                "a=inactive",
                "a=rtcp-mux",
                "a=rtpmap:96 H264/90000",
                "a=fmtp:96 packetization-mode=1",
                "a=ice-ufrag:ourUfrag",
                "a=setup:passive",
                "a=fingerprint:sha-256 " + HASH)) {
            assertTrue(video.contains("\r\n" + line + "\r\n"), line);
        }
        assertFalse(video.contains("rtx"), video);
        assertEquals("vide", offer.ufrag(), "checks are signed as of the shared transport");
        assertTrue(answers.fragment(OURS).contains("m=video 4000 "), answers.fragment(OURS));
    }

    @Test
    void audioThatHasNoTransportButItsBundlesIsTaken() {
        String audio = read("chromium-producer")
                .replaceAll("m=audio \\d+", "m=audio 0")
                .replaceAll("a=(ice-ufrag|ice-pwd|setup|fingerprint|rtcp-mux).*\r\n", "");
        String offer = bundledBehind(VIDEO, audio) + "a=bundle-only\r\n";
        String answer = answers.receiving(SdpOffer.parse(offer).requireSending(), OURS, 64_000);
        assertTrue(answer.contains("a=group:BUNDLE v 0\r\n") && answer.contains("m=audio 4000 "), answer);
        SdpRefused refused = assertThrows(SdpRefused.class, () -> SdpOffer.parse(audio));
        assertTrue(refused.getMessage().contains("port 0"), refused.getMessage());
    }

    @Test
    void audioBehindWhatCannotBeKeptHasToComeFirstUnlessItHasItsOwnTransport() {
        String data =
                VIDEO.replace("m=video 9 UDP/TLS/RTP/SAVPF 96 97", "m=application 9 UDP/DTLS/SCTP webrtc-datachannel");
        String own = answers.receiving(SdpOffer.parse(bundledBehind(data)), OURS, 64_000);
        assertTrue(own.contains("a=group:BUNDLE 0\r\n") && own.contains("m=application 0 "), own);
        String shared = bundledBehind(data).replaceAll("a=ice-ufrag:.*", "a=ice-ufrag:same");
        SdpRefused refused = assertThrows(SdpRefused.class, () -> SdpOffer.parse(shared));
        assertEquals("The audio is bundled behind application; it has to come first.", refused.getMessage());
    }

    @Test
    void withoutAGroupInTheOfferThereIsNoneInTheAnswer() {
        String offer = read("chromium-producer").replaceAll("a=group.*\r\n", "");
        assertFalse(answers.receiving(SdpOffer.parse(offer), OURS, 64_000).contains("BUNDLE"));
        offer = read("chromium-producer").replaceAll("a=group.*\r\n", "a=group:LS 0\r\na=group:BUNDLE 8 9\r\n");
        assertFalse(answers.receiving(SdpOffer.parse(offer), OURS, 64_000).contains("BUNDLE"), "it is in none");
    }

    @Test
    void whatTheSessionSaysOfTheDirectionGoesForEveryMLine() {
        String offer = read("chromium-producer").replace("a=sendonly\r\n", "");
        SdpOffer both = SdpOffer.parse(offer);
        both.requireSending();
        both.requireReceiving();
        SdpOffer receives = SdpOffer.parse(offer.replace("t=0 0\r\n", "t=0 0\r\na=recvonly\r\n"));
        assertThrows(SdpRefused.class, receives::requireSending);
        SdpOffer neither = SdpOffer.parse(offer.replace("t=0 0\r\n", "t=0 0\r\na=inactive\r\n"));
        assertThrows(SdpRefused.class, neither::requireReceiving);
        SdpOffer says = SdpOffer.parse(read("chromium-producer").replace("t=0 0\r\n", "t=0 0\r\na=inactive\r\n"));
        says.requireSending();
    }

    @Test
    void theAudioThatIsMeantIsTakenWhereverItStands() {
        String first = read("chromium-producer").replace("a=sendonly", "a=inactive");
        String second =
                media(read("chromium-producer")).replace("a=mid:0", "a=mid:1").replace("SAVPF 111", "SAVPF 109");
        second = second.replace(":111 opus", ":109 opus").replace("sendonly", "sendonly\r\na=x");
        SdpOffer offer = SdpOffer.parse(first + second).requireSending();
        assertEquals(109, offer.payloadType());
        String answer = answers.receiving(offer, OURS, 64_000);
        assertTrue(answer.indexOf("m=audio 0 ") < answer.indexOf("m=audio 4000 UDP/TLS/RTP/SAVPF 109"), answer);
        String grouped = (first + second).replaceAll("BUNDLE.*\r\n", "BUNDLE 0 1\r\n");
        answer = answers.receiving(SdpOffer.parse(grouped).requireSending(), OURS, 64_000);
        assertTrue(answer.contains("a=group:BUNDLE 0 1\r\n") && answer.contains("a=inactive\r\n"), answer);
        String two =
                read("chromium-producer") + media(read("chromium-producer")).replace("a=mid:0", "a=mid:1");
        assertThrows(SdpRefused.class, SdpOffer.parse(two)::requireSending);
    }

    @ParameterizedTest
    @CsvSource({
        "UDP/TLS/RTP/SAVPF, RTP/SAVP, The audio's profile is RTP/SAVP; it has to be UDP/TLS/RTP/SAVPF.",
        "UDP/TLS/RTP/SAVPF, UDP/TLS/RTP/SAVP, The audio's profile is UDP/TLS/RTP/SAVP; it has to be UDP/TLS/RTP/SAVPF.",
        "UDP/TLS/RTP/SAVPF, XRTP/SAVPF, The audio's profile is XRTP/SAVPF; it has to be UDP/TLS/RTP/SAVPF.",
        "sha-256 , sha-256 AA:, 'The fingerprint has 33 bytes, which no hash by sha-256 has.'",
        "sha-256 , sha-512 , 'The fingerprint has 32 bytes, which no hash by sha-512 has.'"
    })
    void aRefusalSaysWhatIsSo(String said, String instead, String refusal) {
        String offer = read("chromium-producer");
        String spaced = said.startsWith("sha") ? said + " " : said;
        String replacement = instead.endsWith("512") ? instead + " " : instead;
        SdpRefused refused = assertThrows(SdpRefused.class, () -> SdpOffer.parse(offer.replace(spaced, replacement)));
        assertEquals(refusal, refused.getMessage());
    }

    private static String bundledBehind(String tagged) {
        return bundledBehind(tagged, read("chromium-producer"));
    }

    private static String bundledBehind(String tagged, String offer) {
        return offer.replaceAll("BUNDLE.*\r\n", "BUNDLE v 0\r\n").replace("m=audio", tagged + "m=audio");
    }

    private static String media(String offer) {
        return offer.substring(offer.indexOf("m=audio"));
    }

    @Test
    void whatIsNotSdpIsMalformed() {
        for (String text : List.of("", "hello", "v=0", "v=0\r\nm=audio\r\n", "m=audio 9 UDP/TLS/RTP/SAVPF 111\r\n")) {
            refused(SdpRefused.Kind.MALFORMED, text);
        }
    }

    @Test
    void anOfferWithoutWhatEveryOfferHasIsMalformed() {
        String offer = read("chromium-producer");
        for (String attribute : List.of("ice-ufrag", "fingerprint")) {
            refused(SdpRefused.Kind.MALFORMED, offer.replaceAll("a=" + attribute + ".*\r\n", ""));
        }
    }

    @Test
    void anOfferForWhatWeDoNotDoIsUnsupported() {
        String offer = read("chromium-producer");
        refused(SdpRefused.Kind.UNSUPPORTED, offer.replace("opus/48000/2", "speex/16000"));
        refused(SdpRefused.Kind.UNSUPPORTED, offer.replace("a=setup:actpass", "a=setup:holdconn"));
        refused(SdpRefused.Kind.UNSUPPORTED, offer.replace("a=rtcp-mux\r\n", ""));
        refused(SdpRefused.Kind.UNSUPPORTED, offer.replaceAll("sha-256 [0-9A-F:]*", "sha-1 AA" + ":AA".repeat(19)));
        SdpOffer listener = SdpOffer.parse(read("chromium-listener"));
        assertThrows(SdpRefused.class, listener::requireSending);
        assertThrows(SdpRefused.class, SdpOffer.parse(offer)::requireReceiving);
    }

    @Test
    void anOfferBeyondTheLimitsIsMalformed() {
        String offer = read("chromium-producer");
        refused(SdpRefused.Kind.MALFORMED, offer + "a=x\r\n".repeat(20_000));
        refused(SdpRefused.Kind.MALFORMED, offer + "a=x\n".repeat(3_000));
        refused(SdpRefused.Kind.MALFORMED, offer + "a=" + "x".repeat(5_000) + "\r\n");
    }

    @Property(tries = 500)
    void anOfferWithAnyCharacterReplacedIsReadOrRefused(@ForAll @IntRange(max = 1700) int place, @ForAll char letter) {
        String offer = read("chromium-producer");
        int at = place % offer.length();
        try {
            SdpOffer read = SdpOffer.parse(offer.substring(0, at) + letter + offer.substring(at + 1));
            assertFalse(answers.receiving(read, OURS, 64_000).isEmpty());
        } catch (SdpRefused e) {
            assertFalse(e.getMessage().isEmpty());
        }
    }

    private static void assertAcceptable(String answer) {
        assertTrue(answer.startsWith("v=0\r\n"));
        for (String line : List.of(
                "a=ice-lite",
                "a=group:BUNDLE 0",
                "a=mid:0",
                "a=rtcp-mux",
                "a=ice-ufrag:ourUfrag",
                "a=ice-pwd:ourPassword",
                "a=fingerprint:sha-256 " + HASH,
                "a=setup:passive",
                "a=candidate:1 1 udp 2130706431 192.0.2.1 4000 typ host",
                "a=candidate:2 1 udp 2130706175 2001:db8::1 4000 typ host",
                "a=end-of-candidates")) {
            assertTrue(answer.contains(line + "\r\n"), line);
        }
        assertFalse(answer.contains("a=extmap"), "headers stay at 12 bytes");
        assertFalse(answer.contains("a=rtcp-fb"), "no feedback is promised that is not served");
    }

    private static void refused(SdpRefused.Kind kind, String sdp) {
        SdpRefused refused = assertThrows(SdpRefused.class, () -> SdpOffer.parse(sdp), sdp);
        assertEquals(kind, refused.kind(), refused.getMessage());
    }

    private static String read(String name) {
        try (InputStream file = SdpTest.class.getResourceAsStream("/sfu/" + name + ".sdp")) {
            return new String(file.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
