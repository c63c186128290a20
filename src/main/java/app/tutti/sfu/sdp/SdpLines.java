package app.tutti.sfu.sdp;

import java.util.ArrayList;
import java.util.List;

/** Splits a description into its sections, within limits no browser comes near. */
final class SdpLines {
    private static final int LONGEST_SDP = 64 << 10;
    private static final int LONGEST_LINE = 4096;
    private static final int MOST_LINES = 2000;

    private SdpLines() {}

    /** The session's section first, then one for each m-line. */
    static List<SdpSection> sections(String sdp) {
        List<SdpSection> sections = fragment(sdp);
        if (!sections.getFirst().lines().contains("v=0")) {
            throw SdpRefused.malformed("The description lacks v=0.");
        }
        return sections;
    }

    /** The same for a part of a description, which does not say v=0. */
    static List<SdpSection> fragment(String sdp) {
        if (sdp.length() > LONGEST_SDP) {
            throw SdpRefused.malformed("The description is longer than 64 KiB.");
        }
        List<SdpSection> sections = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (String line : sdp.split("\r?\n", MOST_LINES + 1)) {
            if (line.isEmpty()) {
                continue;
            }
            if (line.startsWith("m=")) {
                sections.add(new SdpSection(lines));
                lines = new ArrayList<>();
            }
            lines.add(checked(line));
        }
        sections.add(new SdpSection(lines));
        return sections;
    }

    private static String checked(String line) {
        if (line.length() > LONGEST_LINE) {
            throw SdpRefused.malformed("A line has more than 4096 characters.");
        }
        if (line.length() < 2 || line.charAt(1) != '=' || hasControls(line)) {
            throw SdpRefused.malformed("A line is not of the form x=value.");
        }
        return line;
    }

    /** Also what a split that ended at the limit left in its last line. */
    private static boolean hasControls(String line) {
        return line.chars().anyMatch(c -> c < ' ' && c != '\t');
    }
}
