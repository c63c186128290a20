package app.tutti.sfu;

import java.util.List;
import java.util.Map;

/** The codecs a relay passes on, in the form WebRTC's {@code RTCRtpCapabilities} has. */
public record RtpCapabilities(List<Codec> codecs) {
    /** @param clockRate in Hz */
    public record Codec(String mimeType, int clockRate, int channels, Map<String, Integer> parameters) {}

    static final int CLOCK_RATE = 48_000;

    static final RtpCapabilities OPUS = new RtpCapabilities(List.of(
            new Codec("audio/opus", CLOCK_RATE, 2, Map.of("minptime", 10, "stereo", 1, "sprop-stereo", 1))));
}
