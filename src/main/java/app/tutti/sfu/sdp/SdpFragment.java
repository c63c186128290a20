package app.tutti.sfu.sdp;

import app.tutti.sfu.ice.RemoteIce;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a peer tells of its ICE session after the offer: {@code application/trickle-ice-sdpfrag} (RFC 8840 §9).
 *
 * @param ufrag the username fragment that its session has, where it is told
 * @param password comes with it
 * @param candidates values of {@code a=candidate}
 */
public record SdpFragment(Optional<String> ufrag, Optional<String> password, List<String> candidates) {
    private static final Pattern PASSWORD = Pattern.compile("[A-Za-z0-9+/]{22,256}");

    /** RFC 8839 §5.1; the address may be a name that only the peer's own network knows. */
    private static final Pattern CANDIDATE = Pattern.compile("[A-Za-z0-9+/]{1,32} \\d{1,5} [A-Za-z0-9-]{1,16} \\d{1,10}"
            + " [A-Za-z0-9.:%_-]{1,255} \\d{1,5} typ [A-Za-z0-9-]{1,16}( \\S+ \\S+)*");

    /** @throws SdpRefused when it is not a fragment */
    public static SdpFragment parse(String text) {
        List<SdpSection> sections = SdpLines.fragment(text);
        if (sections.stream().allMatch(section -> section.lines().isEmpty())) {
            throw SdpRefused.malformed("The fragment is empty.");
        }
        sections.stream().skip(1).map(OfferedMedia::parse).forEach(OfferedMedia::mid);
        sections.forEach(SdpFragment::checkCandidates);
        Optional<String> ufrag = first(sections, "ice-ufrag");
        Optional<String> password = first(sections, "ice-pwd");
        if (ufrag.isPresent() != password.isPresent()) {
            throw SdpRefused.malformed("The fragment has one of ice-ufrag and ice-pwd without the other.");
        }
        ufrag.ifPresent(found -> check(SdpOffer.UFRAG, found, "The ice-ufrag cannot be read."));
        password.ifPresent(SdpFragment::checkPassword);
        List<String> candidates = sections.stream()
                .flatMap(section -> section.attributes("candidate").stream())
                .toList();
        return new SdpFragment(ufrag, password, candidates);
    }

    /** Where it has a fragment of the username: the peer's side of a new session. */
    public RemoteIce ice() {
        return new RemoteIce(ufrag.orElseThrow(), password, candidates);
    }

    static void checkPassword(String found) {
        check(PASSWORD, found, "The ice-pwd cannot be read.");
    }

    /** RFC 8839 §4.4.1.1.1: another username fragment than before. */
    public boolean restarts(String present) {
        return ufrag.filter(told -> !told.equals(present)).isPresent();
    }

    private static void checkCandidates(SdpSection section) {
        section.attributes("candidate").forEach(found -> check(CANDIDATE, found, "A candidate cannot be read."));
    }

    /** All m-lines are bundled, so they share one ICE session (RFC 9143 §7.1.1). */
    private static Optional<String> first(List<SdpSection> sections, String attribute) {
        return sections.stream()
                .flatMap(section -> section.attribute(attribute).stream())
                .findFirst();
    }

    private static void check(Pattern pattern, String found, String refusal) {
        if (!pattern.matcher(found).matches()) {
            throw SdpRefused.malformed(refusal);
        }
    }
}
