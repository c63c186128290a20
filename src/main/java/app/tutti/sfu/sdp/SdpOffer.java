package app.tutti.sfu.sdp;

import app.tutti.sfu.dtls.Fingerprint;
import app.tutti.sfu.ice.RemoteIce;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
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
    private final Optional<OfferedBundle> bundle;
    private final String ufrag;
    private final Optional<String> password;
    private final Fingerprint fingerprint;

    private SdpOffer(SdpSection session, List<OfferedMedia> media, OfferedMedia audio) {
        this.session = session;
        this.media = media;
        this.audio = audio;
        bundle = OfferedBundle.of(session, media, audio);
        ufrag = readUfrag();
        password = transport("ice-pwd");
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
        OfferedMedia audio = media.stream()
                .filter(OfferedMedia::usable)
                .findFirst()
                .orElseThrow(() -> SdpRefused.unsupported(whyNone(media)));
        return new SdpOffer(sections.getFirst(), media, audio);
    }

    private static String whyNone(List<OfferedMedia> media) {
        return media.stream()
                .filter(line -> line.isAudio() && line.opus().isPresent())
                .findFirst()
                .map(line -> line.rejected()
                        ? "The offer's audio has port 0, which says that it is not offered."
                        : "The audio's profile is " + line.protocol() + "; it has to be UDP/TLS/RTP/SAVPF.")
                .orElse("The offer has no audio in Opus at 48,000 Hz.");
    }

    /**
     * The same offer, its first audio that the peer would send taken.
     *
     * @throws SdpRefused unless the peer would send one stream
     */
    public SdpOffer requireSending() {
        List<OfferedMedia> sent = usable(direction -> direction.startsWith("send"));
        if (sent.isEmpty()) {
            throw SdpRefused.unsupported("The offer does not send any audio.");
        }
        // RFC 9725 §4.4.2
        if (sent.size() > 1) {
            throw SdpRefused.unsupported("The offer has more than one audio track.");
        }
        return taking(sent.getFirst());
    }

    /**
     * The same offer, its first audio that the peer would receive taken.
     *
     * @throws SdpRefused unless there is one
     */
    public SdpOffer requireReceiving() {
        List<OfferedMedia> received = usable(direction -> direction.startsWith("recv") || direction.endsWith("recv"));
        if (received.isEmpty()) {
            throw SdpRefused.unsupported("The offer does not receive any audio.");
        }
        return taking(received.getFirst());
    }

    private SdpOffer taking(OfferedMedia other) {
        return other == audio ? this : new SdpOffer(session, media, other);
    }

    /** RFC 8866 §6.7: what the session says goes for every m-line that does not say otherwise; without a word it is both. */
    private List<OfferedMedia> usable(Predicate<String> direction) {
        String usual = session.direction().orElse("sendrecv");
        return media.stream()
                .filter(OfferedMedia::usable)
                .filter(line -> direction.test(line.section().direction().orElse(usual)))
                .toList();
    }

    /** Changes when the peer restarts ICE. */
    public String ufrag() {
        return ufrag;
    }

    /** All that it says of the peer's side of ICE. */
    public RemoteIce ice() {
        return new RemoteIce(ufrag, password, carrier().section().attributes("candidate"));
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

    /** The bundle that the audio is in, if it is in one. */
    Optional<OfferedBundle> bundle() {
        return bundle;
    }

    /** The m-line whose transport the audio takes (RFC 9143 §7.1.1). */
    OfferedMedia carrier() {
        return bundle.map(OfferedBundle::tagged).orElse(audio);
    }

    private String readUfrag() {
        String found = transport("ice-ufrag").orElseThrow(() -> SdpRefused.malformed("The offer lacks ice-ufrag."));
        if (!UFRAG.matcher(found).matches()) {
            throw SdpRefused.malformed("The ice-ufrag cannot be read.");
        }
        return found;
    }

    private Fingerprint readFingerprint() {
        List<String> found = Stream.of(carrier().section(), audio.section(), session)
                .map(section -> section.attributes("fingerprint"))
                .filter(told -> !told.isEmpty())
                .findFirst()
                .orElse(List.of());
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
        Fingerprint told = new Fingerprint(parts.group(1), parts.group(2));
        if (told.supported() && !told.complete()) {
            throw SdpRefused.malformed(
                    "The fingerprint has " + told.length() + " bytes, which no hash by " + told.algorithm() + " has.");
        }
        return told;
    }

    private void checkTransport() {
        String setup = transport("setup").orElse("actpass");
        if (!setup.equals("actpass") && !setup.equals("active") && !setup.equals("passive")) {
            throw SdpRefused.unsupported("Nobody would begin the DTLS handshake: setup " + setup + ".");
        }
        if (!audio.section().has("rtcp-mux") && !carrier().section().has("rtcp-mux")) {
            throw SdpRefused.unsupported("The offer does not multiplex RTCP.");
        }
    }

    /** True when the DTLS handshake is ours to begin (RFC 5763 §5): we do so only when the peer will not. */
    public boolean awaitsHandshake() {
        return transport("setup").filter("passive"::equals).isPresent();
    }

    private Optional<String> transport(String attribute) {
        return carrier()
                .section()
                .attribute(attribute)
                .or(() -> audio.section().attribute(attribute))
                .or(() -> session.attribute(attribute));
    }
}
