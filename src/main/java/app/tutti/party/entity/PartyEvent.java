package app.tutti.party.entity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the server says on {@code /ws/party}; see docs/protocol.md. */
public sealed interface PartyEvent
        permits HostRequest.NowPlaying,
                HostRequest.Pause,
                HostRequest.Resume,
                HostRequest.Position,
                PartyEvent.SessionCreated,
                PartyEvent.TransportCreated,
                PartyEvent.Produced,
                PartyEvent.ListenerCount,
                PartyEvent.Listeners,
                PartyEvent.TrackRequested,
                PartyEvent.RequestAnswered,
                PartyEvent.Allowed,
                PartyEvent.Chat,
                PartyEvent.Reaction,
                PartyEvent.FrameLength,
                PartyEvent.ProducerClosed,
                PartyEvent.TakenOver,
                PartyEvent.Joined,
                PartyEvent.Consumed,
                PartyEvent.ConsumerResumed,
                PartyEvent.HostReconnecting,
                PartyEvent.HostReturned,
                PartyEvent.SessionEnded,
                PartyEvent.PartyLive,
                PartyEvent.ClockAnswer,
                PartyEvent.TransportDescribed,
                PartyEvent.Error {

    /**
     * @param listed others find it without its link
     * @param locked they need a password, too
     */
    record SessionCreated(
            UUID sessionId,
            String secret,
            String name,
            boolean listed,
            boolean locked,
            String inviteUrl,
            Drawing inviteQr,
            RtpCapabilities rtpCapabilities,
            List<IceServer> iceServers,
            int listenerCount,
            boolean chat,
            boolean requests)
            implements PartyEvent {}

    /** @param path of SVG, in a square of {@code size} */
    record Drawing(int size, String path) {}

    record TransportCreated(String transportId) implements PartyEvent {}

    record Produced(String producerId, String sdp) implements PartyEvent {}

    record ListenerCount(int count) implements PartyEvent {}

    /** Those who have said their names. Not more than a host can read. */
    record Listeners(List<String> names) implements PartyEvent {}

    /** @param names of those who asked for it and have said theirs */
    record TrackRequested(
            String trackId, String title, String artist, Optional<String> coverUrl, int times, List<String> names)
            implements PartyEvent {}

    record RequestAnswered(String trackId, String title, boolean accepted) implements PartyEvent {}

    record Allowed(boolean chat, boolean requests) implements PartyEvent {}

    /**
     * @param number counts what was said; the same one may come twice
     * @param name empty from who has not said it
     * @param at UTC milliseconds
     */
    record Chat(long number, String name, boolean host, String text, double at) implements PartyEvent {}

    /** @param count of this kind within a moment */
    record Reaction(String kind, int count) implements PartyEvent {}

    /** @param ms of music in a packet, to be negotiated anew */
    record FrameLength(int ms) implements PartyEvent {}

    record ProducerClosed(String transportId, String reason) implements PartyEvent {}

    record TakenOver() implements PartyEvent {}

    /** @param bufferMs the jitter buffer a listener should aim at, milliseconds */
    record Joined(
            String name,
            RtpCapabilities rtpCapabilities,
            List<IceServer> iceServers,
            Optional<PartyTrack> track,
            boolean playing,
            double positionSec,
            boolean hostPresent,
            int bufferMs,
            boolean chat,
            boolean requests)
            implements PartyEvent {}

    record Consumed(String consumerId, String sdp) implements PartyEvent {}

    record ConsumerResumed() implements PartyEvent {}

    record HostReconnecting() implements PartyEvent {}

    record HostReturned() implements PartyEvent {}

    /** @param played the last hundred tracks that were heard, in their order */
    record SessionEnded(String reason, List<Heard> played) implements PartyEvent {}

    record Heard(String title, String artist) {}

    /** The newest that everybody may find. */
    record PartyLive(UUID sessionId) implements PartyEvent {}

    /** Times in milliseconds: the asker's, when it came, when the answer went. */
    record ClockAnswer(double t0, double t1, double t2, String epoch) implements PartyEvent {}

    /**
     * @param address of the asker as the relay sees it, with its port; none before the first authentic check (ICE)
     * @param srtpProfile none before the handshake (DTLS)
     * @param fractionLost 0 to 1, by the latest report
     * @param roundTripMs by the listener's reports
     * @param madeAt UTC milliseconds, as {@code securedAt}
     */
    record TransportDescribed(
            String transportId,
            Optional<String> address,
            Optional<Integer> ipVersion,
            Optional<String> protocol,
            Optional<String> srtpProfile,
            Optional<Integer> payloadType,
            long packetsIn,
            long bytesIn,
            long packetsOut,
            long bytesOut,
            long retransmitted,
            long dropped,
            Optional<Double> fractionLost,
            Optional<Double> roundTripMs,
            long madeAt,
            Optional<Long> securedAt)
            implements PartyEvent {}

    record Error(String code, String message) implements PartyEvent {}

    record RtpCapabilities(List<RtpCodec> codecs) {}

    /** @param clockRate in Hz */
    record RtpCodec(String mimeType, int clockRate, int channels) {}

    /** STUN or TURN servers, as RTCPeerConnection takes them; a name and a password for TURN only. */
    record IceServer(List<String> urls, Optional<String> username, Optional<String> credential) {}
}
