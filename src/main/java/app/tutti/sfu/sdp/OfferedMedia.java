package app.tutti.sfu.sdp;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/** One m-line of an offer and its attributes. */
record OfferedMedia(SdpSection section, String kind, boolean rejected, String protocol, List<String> formats) {
    private static final Set<String> PROFILES = Set.of("UDP/TLS/RTP/SAVPF", "TCP/DTLS/RTP/SAVPF", "RTP/SAVPF");
    private static final Pattern KIND = Pattern.compile("[a-z]{1,16}");
    private static final Pattern PORT = Pattern.compile("[0-9]{1,5}(/[0-9]{1,5})?");
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9./-]{1,64}");
    private static final Pattern OPUS = Pattern.compile("(\\d{1,3}) opus/48000/2", Pattern.CASE_INSENSITIVE);
    private static final Pattern RED = Pattern.compile("(\\d{1,3}) red/48000/2", Pattern.CASE_INSENSITIVE);
    private static final Pattern MID = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`{|}~-]{1,64}");
    private static final Pattern MILLIS = Pattern.compile("[0-9]{1,4}");
    private static final int HIGHEST_PAYLOAD_TYPE = 127;

    static OfferedMedia parse(SdpSection section) {
        String[] words = section.lines().getFirst().substring("m=".length()).split(" ");
        if (words.length < 4
                || !KIND.matcher(words[0]).matches()
                || !PORT.matcher(words[1]).matches()) {
            throw SdpRefused.malformed("An m-line cannot be read.");
        }
        List<String> rest = List.of(words).subList(2, words.length);
        if (!rest.stream().allMatch(word -> TOKEN.matcher(word).matches())) {
            throw SdpRefused.malformed("An m-line cannot be read.");
        }
        // RFC 9143 §6: port 0 of a bundle-only section says that it has no transport without its bundle.
        boolean rejected = words[1].equals("0") && !section.has("bundle-only");
        return new OfferedMedia(section, words[0], rejected, words[2], rest.subList(1, rest.size()));
    }

    /** True for an m-line that can carry what we relay. */
    boolean usable() {
        return isAudio() && !rejected && secured() && opus().isPresent();
    }

    boolean isAudio() {
        return kind.equals("audio");
    }

    /** Whether it is RTP in the profile that we speak. */
    boolean secured() {
        return PROFILES.contains(protocol);
    }

    /** The payload type that this offer gives to Opus: 111 in Chromium, 109 in Firefox. */
    OptionalInt opus() {
        return section.attributes("rtpmap").stream()
                .map(OPUS::matcher)
                .filter(rtpmap -> rtpmap.matches() && formats.contains(rtpmap.group(1)))
                .mapToInt(rtpmap -> Integer.parseInt(rtpmap.group(1)))
                .filter(payloadType -> payloadType <= HIGHEST_PAYLOAD_TYPE)
                .findFirst();
    }

    /** Whether this payload type's packets may be asked for again (RFC 4585 §4.2). */
    boolean nack(int payloadType) {
        return section.attributes("rtcp-fb").stream()
                .anyMatch(feedback -> feedback.equals(payloadType + " nack") || feedback.equals("* nack"));
    }

    /** RFC 8866 §6.4; 120, as RFC 7587 §6.1 has it, when nothing is said. */
    int longestPacketMillis() {
        return section.attribute("maxptime")
                .filter(value -> MILLIS.matcher(value).matches())
                .map(Integer::parseInt)
                .orElse(120);
    }

    /** The payload type of redundant audio (RFC 2198) whose frames are all of this offer's Opus. */
    OptionalInt red() {
        String frames = String.valueOf(opus().orElseThrow());
        return section.attributes("rtpmap").stream()
                .map(RED::matcher)
                .filter(rtpmap -> rtpmap.matches() && formats.contains(rtpmap.group(1)))
                .map(rtpmap -> rtpmap.group(1))
                .filter(type -> section.attributes("fmtp").stream()
                        .anyMatch(fmtp -> fmtp.matches(type + " " + frames + "(/" + frames + "){1,4}")))
                .mapToInt(Integer::parseInt)
                .filter(payloadType -> payloadType <= HIGHEST_PAYLOAD_TYPE)
                .findFirst();
    }

    /** RFC 8866 §5.14: what comes first is preferred. */
    boolean prefers(int payloadType, int other) {
        return formats.indexOf(String.valueOf(payloadType)) < formats.indexOf(String.valueOf(other));
    }

    /** Null when there is none. */
    String mid() {
        String mid = section.attribute("mid").orElse(null);
        if (mid != null && !MID.matcher(mid).matches()) {
            throw SdpRefused.malformed("A mid cannot be read.");
        }
        return mid;
    }

    /** The first payload type that has a name here, with all that is said of it; empty when none has. */
    List<String> firstFormat() {
        return formats.stream()
                .map(format -> section.lines().stream()
                        .filter(line -> line.startsWith("a=rtpmap:" + format + " ")
                                || line.startsWith("a=fmtp:" + format + " "))
                        .toList())
                .filter(lines -> lines.stream().anyMatch(line -> line.startsWith("a=rtpmap:")))
                .findFirst()
                .orElse(List.of());
    }
}
