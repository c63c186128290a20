package app.tutti.sfu.sdp;

import app.tutti.sfu.dtls.Fingerprint;
import app.tutti.sfu.ice.IceCandidate;
import app.tutti.sfu.ice.IceCredentials;
import java.util.List;
import java.util.stream.Collectors;

/** Writes answers. What both kinds need to know of our side is kept; what an offer asks comes with each. */
public final class SdpAnswer {
    private static final String LINE = "\r\n";

    private final long sessionId;
    private final Fingerprint fingerprint;
    private final List<String> addresses;
    private final int port;
    private int version;
    /** Stays what it was at first (RFC 8842 §5.3): the association goes on. */
    private String setup;

    private String tag = "";

    /** Null as long as we are lite. */
    private List<IceCandidate> agents;

    /**
     * @param sessionId RFC 8866 §5.2: stays the same when the session is described anew
     * @param addresses told as host candidates
     */
    public SdpAnswer(long sessionId, Fingerprint fingerprint, List<String> addresses, int port) {
        this.sessionId = sessionId >>> 2;
        this.fingerprint = fingerprint;
        this.addresses = addresses;
        this.port = port;
    }

    /** From now on our side is that of a full agent: it has these and not the port's, and is not lite. */
    public void full(List<IceCandidate> candidates) {
        agents = candidates;
    }

    /**
     * We receive what the peer sends.
     *
     * @param bitrate asked of the peer's encoder, in bits a second
     */
    public String receiving(SdpOffer offer, IceCredentials credentials, int bitrate) {
        return receiving(offer, credentials, bitrate, "");
    }

    /**
     * The same, and how much music a packet is to have.
     *
     * @param frameMillis 20, 40 or 60; what the offer's maxptime does not allow becomes the next shorter
     */
    public String receiving(SdpOffer offer, IceCredentials credentials, int bitrate, int frameMillis) {
        return receiving(offer, credentials, bitrate, "a=ptime:" + offer.frameMillis(frameMillis) + LINE);
    }

    private String receiving(SdpOffer offer, IceCredentials credentials, int bitrate, String frame) {
        String fmtp =
                "minptime=10;stereo=1;sprop-stereo=1;maxaveragebitrate=" + bitrate + ";usedtx=0;cbr=0;useinbandfec=0";
        return write(offer, credentials, "recvonly", fmtp, frame, offer.prefersRed());
    }

    /** We send one stream. */
    public String sending(SdpOffer offer, IceCredentials credentials, int ssrc, String cname) {
        String source = "a=msid:" + cname + " audio" + LINE + "a=ssrc:" + Integer.toUnsignedString(ssrc) + " cname:"
                + cname + LINE;
        boolean red = offer.red().isPresent();
        return write(offer, credentials, "sendonly", "minptime=10;stereo=1;sprop-stereo=1", source, red);
    }

    /**
     * Our side of a new ICE session, without what stays as it was (RFC 8840 §9): for the m-line that the latest answer
     * accepted.
     */
    public String fragment(IceCredentials credentials) {
        return lite() + tag + ice(credentials);
    }

    private String write(
            SdpOffer offer, IceCredentials credentials, String direction, String fmtp, String more, boolean red) {
        if (setup == null) {
            setup = offer.awaitsHandshake() ? "active" : "passive";
        }
        StringBuilder sdp = new StringBuilder(1024);
        sdp.append("v=0").append(LINE);
        sdp.append("o=- ")
                .append(sessionId)
                .append(' ')
                .append(++version)
                .append(" IN IP4 127.0.0.1")
                .append(LINE);
        sdp.append("s=-").append(LINE).append("t=0 0").append(LINE);
        sdp.append(lite());
        offer.bundle().ifPresent(bundle -> sdp.append(group(bundle)));
        sdp.append("a=msid-semantic:WMS *").append(LINE);
        for (OfferedMedia media : offer.media()) {
            if (media == offer.audio()) {
                sdp.append(accept(offer, credentials, direction, fmtp, more, red));
            } else if (media == offer.carrier()) {
                sdp.append(carry(media, credentials));
            } else {
                sdp.append(reject(media));
            }
        }
        return sdp.toString();
    }

    private String accept(
            SdpOffer offer, IceCredentials credentials, String direction, String fmtp, String more, boolean red) {
        int payloadType = offer.payloadType();
        String line = "m=audio " + defaultPort() + " " + offer.audio().protocol() + " " + formats(offer, red) + LINE;
        if (offer.audio() == offer.carrier()) {
            tag = line + mid(offer.audio());
        }
        return line
                + connection(defaultAddress())
                + mid(offer.audio())
                + "a=" + direction + LINE
                + "a=rtcp-mux" + LINE
                + "a=rtpmap:" + payloadType + " opus/48000/2" + LINE
                + "a=fmtp:" + payloadType + " " + fmtp + LINE
                + (offer.nack() ? "a=rtcp-fb:" + payloadType + " nack" + LINE : "")
                + (red ? redundant(offer) : "")
                + more
                + transport(credentials);
    }

    /**
     * RFC 9143 §7.3.3: whoever rejects the m-line that a bundle's transport belongs to ends the whole bundle, so it is
     * accepted, with one of its formats, and nothing is sent either way.
     */
    private String carry(OfferedMedia media, IceCredentials credentials) {
        List<String> format = media.firstFormat();
        String payloadType = format.getFirst().replaceAll("a=[a-z]+:(\\S+) .*", "$1");
        String line = "m=" + media.kind() + " " + defaultPort() + " " + media.protocol() + " " + payloadType + LINE;
        tag = line + mid(media);
        return line
                + connection(defaultAddress())
                + mid(media)
                + "a=inactive" + LINE
                + "a=rtcp-mux" + LINE
                + String.join(LINE, format) + LINE
                + transport(credentials);
    }

    private String transport(IceCredentials credentials) {
        return "a=fingerprint:" + fingerprint.algorithm() + " " + fingerprint.hex() + LINE
                + "a=setup:" + setup + LINE
                + ice(credentials);
    }

    private static String group(OfferedBundle bundle) {
        String tagged = bundle.tagged() == bundle.audio() ? "" : bundle.tagged().mid() + " ";
        return "a=group:BUNDLE " + tagged + bundle.audio().mid() + LINE;
    }

    private String ice(IceCredentials credentials) {
        return "a=ice-ufrag:" + credentials.ufrag() + LINE
                + "a=ice-pwd:" + credentials.password() + LINE
                + candidates()
                + "a=end-of-candidates" + LINE;
    }

    /** In the offer's order. */
    private static String formats(SdpOffer offer, boolean red) {
        String opus = String.valueOf(offer.payloadType());
        if (!red) {
            return opus;
        }
        int redundant = offer.red().getAsInt();
        return offer.prefersRed() ? redundant + " " + opus : opus + " " + redundant;
    }

    /** RFC 2198 §5: one earlier frame and the present one. */
    private static String redundant(SdpOffer offer) {
        int red = offer.red().getAsInt();
        int opus = offer.payloadType();
        return "a=rtpmap:" + red + " red/48000/2" + LINE + "a=fmtp:" + red + " " + opus + "/" + opus + LINE;
    }

    /** RFC 3264 §6: a refused stream keeps its place, with port 0. */
    private static String reject(OfferedMedia media) {
        return "m=" + media.kind() + " 0 " + media.protocol() + " " + String.join(" ", media.formats()) + LINE
                + connection("0.0.0.0")
                + mid(media)
                + "a=inactive" + LINE;
    }

    private String lite() {
        return agents == null ? "a=ice-lite" + LINE : "";
    }

    /** RFC 8445 §5.1.4: the one most likely to work, which is the relayed one, the least preferred. */
    private String defaultAddress() {
        return agents == null ? addresses.getFirst() : agents.getLast().address();
    }

    private int defaultPort() {
        return agents == null ? port : agents.getLast().port();
    }

    private String candidates() {
        return agents == null ? portsCandidates() : agentsCandidates();
    }

    private String agentsCandidates() {
        return agents.stream()
                .map(candidate -> "a=candidate:" + candidate.value() + LINE)
                .collect(Collectors.joining());
    }

    /** Those of TCP are for peers in networks without UDP: more delay, so they come last. */
    private String portsCandidates() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < addresses.size(); i++) {
            lines.append(candidate(i, "udp", udpPriority(i), ""));
        }
        for (int i = 0; i < addresses.size(); i++) {
            lines.append(candidate(i, "tcp", tcpPriority(i), " tcptype passive"));
        }
        return lines.toString();
    }

    /** RFC 8839 §5.1, and RFC 6544 §4.5 for TCP. A foundation stands for an address and a protocol. */
    private String candidate(int place, String protocol, long priority, String extension) {
        int foundation = protocol.equals("udp") ? place + 1 : addresses.size() + place + 1;
        return "a=candidate:" + foundation + " 1 " + protocol + " " + priority + " " + addresses.get(place) + " " + port
                + " typ host" + extension + LINE;
    }

    /** RFC 8445 §5.1.2.1 for a host candidate of component 1; addresses named first are preferred. */
    private static long udpPriority(int place) {
        return priority(126, 65_535 - place);
    }

    /**
     * RFC 6544 §4.2: the type preference is below that of every UDP candidate but relayed ones; passive ones have 4 as
     * their direction's preference, in the upper 3 bits of the local preference.
     */
    private static long tcpPriority(int place) {
        return priority(90, (4 << 13) + 8191 - place);
    }

    private static long priority(long type, int local) {
        return type << 24 | (long) local << 8 | 255;
    }

    private static String connection(String address) {
        return "c=IN " + (address.indexOf(':') < 0 ? "IP4 " : "IP6 ") + address + LINE;
    }

    private static String mid(OfferedMedia media) {
        return media.mid() == null ? "" : "a=mid:" + media.mid() + LINE;
    }
}
