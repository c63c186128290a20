package app.tutti.sfu.sdp;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The lines of one section of a description: those of the session, or an m-line and what follows it. */
record SdpSection(List<String> lines) {
    private static final String ATTRIBUTE = "a=";

    /** The value of {@code a=name:value}, or "" for a bare {@code a=name}. */
    Optional<String> attribute(String name) {
        return attributes(name).stream().findFirst();
    }

    List<String> attributes(String name) {
        String bare = ATTRIBUTE + name;
        String valued = bare + ":";
        return lines.stream()
                .filter(line -> line.equals(bare) || line.startsWith(valued))
                .map(line -> line.length() == bare.length()
                        ? ""
                        : line.substring(valued.length()).trim())
                .toList();
    }

    boolean has(String name) {
        return attribute(name).isPresent();
    }

    /** {@code sendrecv}, {@code sendonly}, {@code recvonly} or {@code inactive} (RFC 8866 §6.7), where it is said. */
    Optional<String> direction() {
        return Stream.of("sendonly", "recvonly", "inactive", "sendrecv")
                .filter(this::has)
                .findFirst();
    }
}
