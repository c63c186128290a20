package app.tutti.sfu.sdp;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * M-lines that are to share one transport (RFC 9143): the audio's, and the one that all of them share.
 *
 * @param tagged whose transport it is: the first of the group. It may be the audio itself
 */
record OfferedBundle(OfferedMedia tagged, OfferedMedia audio) {
    private static final String BUNDLE = "BUNDLE ";

    /**
     * The bundle that the audio is in. Without one it has its own transport, and the same where the first of the group
     * cannot be taken and has another transport: the group then begins with the audio.
     *
     * @throws SdpRefused when the audio has no transport but that of an m-line that cannot be taken
     */
    static Optional<OfferedBundle> of(SdpSection session, List<OfferedMedia> media, OfferedMedia audio) {
        return session.attributes("group").stream()
                .filter(group -> group.startsWith(BUNDLE))
                .map(group -> List.of(group.substring(BUNDLE.length()).split(" ")))
                .filter(mids -> audio.mid() != null && mids.contains(audio.mid()))
                .findFirst()
                .map(mids -> new OfferedBundle(audible(first(mids, media), audio), audio));
    }

    private static OfferedMedia first(List<String> mids, List<OfferedMedia> media) {
        return mids.stream()
                .flatMap(mid -> media.stream().filter(line -> mid.equals(line.mid())))
                .filter(line -> !line.rejected())
                .findFirst()
                .orElseThrow();
    }

    private static OfferedMedia audible(OfferedMedia first, OfferedMedia audio) {
        if (first == audio || first.secured() && !first.firstFormat().isEmpty()) {
            return first;
        }
        if (audio.section().has("ice-ufrag")
                && !Objects.equals(ufrag(audio), ufrag(first))
                && !audio.section().has("bundle-only")) {
            return audio;
        }
        throw SdpRefused.unsupported("The audio is bundled behind " + first.kind() + "; it has to come first.");
    }

    private static Optional<String> ufrag(OfferedMedia media) {
        return media.section().attribute("ice-ufrag");
    }
}
