package app.tutti.sfu.sdp;

import app.tutti.sfu.dtls.Fingerprint;
import app.tutti.sfu.ice.RemoteIce;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What an offer says that matters here: one m-line of Opus, who the peer is, how it signs its checks, and for a full
 * agent where it may be.
 */
public final class SdpOffer {
    static final Pattern UFRAG = Pattern.compile("[A-Za-z0-9+/]{4,256}");
    private static final Pattern FINGERPRINT =
            Pattern.compile("([A-Za-z0-9-]{1,16}) ((?:[0-9A-Fa-f]{2}:){15,63}[0-9A-Fa-f]{2})");

    private final SdpSection session;
    private final List<OfferedMedia> media;
    private final OfferedMedia audio;
    private final String ufrag;
    private final Optional<String> password;
    private final Fingerprint fingerprint;

    private SdpOffer(SdpSection session, List<OfferedMedia> media) {
        this.session = session;
        this.media = media;
        audio = media.stream()
                .filter(OfferedMedia::usable)
                .findFirst()
                .orElseThrow(() -> SdpRefused.unsupported("The offer has no audio in Opus at 48,000 Hz."));
        ufrag = readUfrag();
        password = either("ice-pwd");
        password.ifPresent(SdpFragment::checkPassword);
        fingerprint = readFingerprint();
        checkTransport();
    }

    /** @throws SdpRefused when it is not an offer that could be answered */
    public static SdpOffer parse(String sdp) {
        List<SdpSection> sections = SdpLines.sections(sdp);
        if (sections.size() < 2) {
            throw SdpRefused.malformed("The offer has no m-line.");
        }
        List<OfferedMedia> media =
                sections.stream().skip(1).map(OfferedMedia::parse).toList();
        return new SdpOffer(sections.getFirst(), media);
    }

    /** @throws SdpRefused unless the peer would send one stream */
    public SdpOffer requireSending() {
        if (!audio.sends()) {
            throw SdpRefused.unsupported("The offer does not send any audio.");
        }
        // RFC 9725 §4.4.2
        if (media.stream().filter(line -> line.usable() && line.sends()).count() > 1) {
            throw SdpRefused.unsupported("The offer has more than one audio track.");
        }
        return this;
    }

    /** @throws SdpRefused unless the peer would receive */
    public SdpOffer requireReceiving() {
        if (!audio.receives()) {
            throw SdpRefused.unsupported("The offer does not receive any audio.");
        }
        return this;
    }

    /** Changes when the peer restarts ICE. */
    public String ufrag() {
        return ufrag;
    }

    /** All that it says of the peer's side of ICE. */
    public RemoteIce ice() {
        return new RemoteIce(ufrag, password, audio.section().attributes("candidate"));
    }

    public Fingerprint fingerprint() {
        return fingerprint;
    }

    public int payloadType() {
        return audio.opus().orElseThrow();
    }

    /** The payload type of redundant audio (RFC 2198), if the peer speaks it. */
    public OptionalInt red() {
        return audio.red();
    }

    /** Whether the peer would rather send redundant audio than plain. */
    public boolean prefersRed() {
        return red().isPresent() && audio.prefers(red().getAsInt(), payloadType());
    }

    /** Whether packets are asked for and sent again (RFC 4585 §6.2.1). */
    public boolean nack() {
        return audio.nack(payloadType());
    }

    /** So many milliseconds a packet, or the next shorter frame that this peer can send (RFC 7587 §6.1, maxptime). */
    int frameMillis(int wanted) {
        return Stream.of(60, 40, 20)
                .filter(millis -> millis <= wanted && millis <= audio.longestPacketMillis())
                .findFirst()
                .orElse(20);
    }

    List<OfferedMedia> media() {
        return media;
    }

    OfferedMedia audio() {
        return audio;
    }

    private String readUfrag() {
        String found = either("ice-ufrag").orElseThrow(() -> SdpRefused.malformed("The offer lacks ice-ufrag."));
        if (!UFRAG.matcher(found).matches()) {
            throw SdpRefused.malformed("The ice-ufrag cannot be read.");
        }
        return found;
    }

    private Fingerprint readFingerprint() {
        List<String> own = audio.section().attributes("fingerprint");
        List<String> found = own.isEmpty() ? session.attributes("fingerprint") : own;
        if (found.isEmpty()) {
            throw SdpRefused.malformed("The offer lacks a fingerprint.");
        }
        return found.stream()
                .map(SdpOffer::fingerprint)
                .filter(Fingerprint::supported)
                .findFirst()
                .orElseThrow(() -> SdpRefused.unsupported("The fingerprint is not by SHA-256, 384 or 512."));
    }

    private static Fingerprint fingerprint(String value) {
        var parts = FINGERPRINT.matcher(value);
        if (!parts.matches()) {
            throw SdpRefused.malformed("A fingerprint cannot be read.");
        }
        return new Fingerprint(parts.group(1), parts.group(2));
    }

    private void checkTransport() {
        String setup = either("setup").orElse("actpass");
        if (!setup.equals("actpass") && !setup.equals("active") && !setup.equals("passive")) {
            throw SdpRefused.unsupported("Nobody would begin the DTLS handshake: setup " + setup + ".");
        }
        if (!audio.section().has("rtcp-mux")) {
            throw SdpRefused.unsupported("The offer does not multiplex RTCP.");
        }
    }

    /** True when the DTLS handshake is ours to begin (RFC 5763 §5): we do so only when the peer will not. */
    public boolean awaitsHandshake() {
        return either("setup").filter("passive"::equals).isPresent();
    }

    private Optional<String> either(String attribute) {
        return audio.section().attribute(attribute).or(() -> session.attribute(attribute));
    }
}
