package app.tutti.sfu;

import app.tutti.sfu.dtls.DtlsListener;
import app.tutti.sfu.rtp.RtpPacket;
import app.tutti.sfu.srtp.SrtpContext;
import app.tutti.sfu.srtp.SrtpKeys;

/** Encrypts and decrypts until Java has compiled that, with the keys of a handshake that the relay had with itself. */
final class SrtpWarmUp implements DtlsListener {
    private static final int PACKETS = 5_000;
    private static final int PAYLOAD = 320;

    @Override
    public void secured(SrtpKeys keys) {
        SrtpContext sender = new SrtpContext(keys.client());
        SrtpContext receiver = new SrtpContext(keys.client());
        byte[] packet = new byte[2048];
        byte[] plain = new byte[2048];
        for (int index = 0; index < PACKETS; index++) {
            RtpPacket.writeHeader(packet, 0, false, 0, index, 0, 1);
            int length = sender.protect(packet, 0, RtpPacket.HEADER, plain, RtpPacket.HEADER, PAYLOAD, index);
            receiver.unprotect(packet, 0, RtpPacket.HEADER, length, plain);
        }
    }

    @Override
    public void failed(Failure failure, String reason) {
        Sfu.LOG.log(System.Logger.Level.WARNING, "The relay could not shake hands with itself: {0}", reason);
    }

    @Override
    public void closed() {}
}
