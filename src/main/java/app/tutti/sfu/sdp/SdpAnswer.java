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
        String fmtp =
                "minptime=10;stereo=1;sprop-stereo=1;maxaveragebitrate=" + bitrate + ";usedtx=0;cbr=0;useinbandfec=0";
        return write(offer, credentials, "recvonly", fmtp, "");
    }

    /** We send one stream. */
    public String sending(SdpOffer offer, IceCredentials credentials, int ssrc, String cname) {
        String source = "a=msid:" + cname + " audio" + LINE + "a=ssrc:" + Integer.toUnsignedString(ssrc) + " cname:"
                + cname + LINE;
        return write(offer, credentials, "sendonly", "minptime=10;stereo=1;sprop-stereo=1", source);
    }

    /**
     * Our side of a new ICE session, without what stays as it was (RFC 8840 §9): for the m-line that the latest answer
     * accepted.
     */
    public String fragment(IceCredentials credentials) {
        return lite() + tag + ice(credentials);
    }

    private String write(SdpOffer offer, IceCredentials credentials, String direction, String fmtp, String source) {
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
        if (offer.audio().mid() != null) {
            sdp.append("a=group:BUNDLE ").append(offer.audio().mid()).append(LINE);
        }
        sdp.append("a=msid-semantic:WMS *").append(LINE);
        for (OfferedMedia media : offer.media()) {
            if (media == offer.audio()) {
                sdp.append(accept(offer, credentials, direction, fmtp, source));
            } else {
                sdp.append(reject(media));
            }
        }
        return sdp.toString();
    }

    private String accept(SdpOffer offer, IceCredentials credentials, String direction, String fmtp, String source) {
        int payloadType = offer.payloadType();
        String line = "m=audio " + defaultPort() + " " + offer.audio().protocol() + " " + payloadType + LINE;
        tag = line + mid(offer.audio());
        return line
                + connection(defaultAddress())
                + mid(offer.audio())
                + "a=" + direction + LINE
                + "a=rtcp-mux" + LINE
                + "a=rtpmap:" + payloadType + " opus/48000/2" + LINE
                + "a=fmtp:" + payloadType + " " + fmtp + LINE
                + source
                + "a=fingerprint:" + fingerprint.algorithm() + " " + fingerprint.hex() + LINE
                + "a=setup:passive" + LINE
                + ice(credentials);
    }

    private String ice(IceCredentials credentials) {
        return "a=ice-ufrag:" + credentials.ufrag() + LINE
                + "a=ice-pwd:" + credentials.password() + LINE
                + candidates()
                + "a=end-of-candidates" + LINE;
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

    private String portsCandidates() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < addresses.size(); i++) {
            lines.append("a=candidate:")
                    .append(i + 1)
                    .append(" 1 udp ")
                    .append(priority(i))
                    .append(' ');
            lines.append(addresses.get(i))
                    .append(' ')
                    .append(port)
                    .append(" typ host")
                    .append(LINE);
        }
        return lines.toString();
    }

    /** RFC 8445 §5.1.2.1 for a host candidate of component 1; addresses named first are preferred. */
    private static long priority(int place) {
        return 126L << 24 | (65_535L - place) << 8 | 255;
    }

    private static String connection(String address) {
        return "c=IN " + (address.indexOf(':') < 0 ? "IP4 " : "IP6 ") + address + LINE;
    }

    private static String mid(OfferedMedia media) {
        return media.mid() == null ? "" : "a=mid:" + media.mid() + LINE;
    }
}
