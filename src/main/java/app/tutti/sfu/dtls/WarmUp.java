package app.tutti.sfu.dtls;

import app.tutti.sfu.srtp.SrtpProfile;
import java.io.IOException;
import java.util.Arrays;
import java.util.Hashtable;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.DTLSClientProtocol;
import org.bouncycastle.tls.DefaultTlsClient;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.TlsAuthentication;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsExtensionsUtils;
import org.bouncycastle.tls.TlsSRTPUtils;
import org.bouncycastle.tls.TlsServerCertificate;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.UseSRTPData;

/**
 * A client that shows our own certificate to ourselves. The first handshake of a process loads hundreds of classes and
 * gathers randomness; better before anybody waits for it.
 */
@SuppressWarnings("rawtypes") // BouncyCastle's extensions are raw.
final class WarmUp extends DefaultTlsClient {
    private final DtlsIdentity identity;

    private WarmUp(DtlsIdentity identity) {
        super(identity.crypto());
        this.identity = identity;
    }

    /** Shakes hands over a pair of queues. The listener hears of the server's side. */
    static void shakeHands(DtlsServer server, DtlsListener listener) throws IOException {
        DtlsTransport[] other = new DtlsTransport[1];
        RecordQueue queue =
                new RecordQueue((bytes, offset, length) -> other[0].received(copy(bytes, offset, length), length));
        other[0] = server.accept(
                server.fingerprint(), (bytes, offset, length) -> queue.offer(copy(bytes, offset, length)), listener);
        new DTLSClientProtocol().connect(new WarmUp(server.identity()), queue).close();
    }

    @Override
    protected ProtocolVersion[] getSupportedVersions() {
        return ProtocolVersion.DTLSv12.only();
    }

    @Override
    public int getHandshakeTimeoutMillis() {
        return 5_000;
    }

    @Override
    public Hashtable getClientExtensions() throws IOException {
        var extensions = TlsExtensionsUtils.ensureExtensionsInitialised(super.getClientExtensions());
        int[] profiles = {SrtpProfile.AEAD_AES_128_GCM.code()};
        TlsSRTPUtils.addUseSRTPExtension(extensions, new UseSRTPData(profiles, TlsUtils.EMPTY_BYTES));
        return extensions;
    }

    @Override
    public TlsAuthentication getAuthentication() {
        return new TlsAuthentication() {
            @Override
            public void notifyServerCertificate(TlsServerCertificate certificate) {}

            @Override
            public TlsCredentials getClientCredentials(CertificateRequest request) {
                return identity.credentials(context);
            }
        };
    }

    private static byte[] copy(byte[] bytes, int offset, int length) {
        return Arrays.copyOfRange(bytes, offset, offset + length);
    }
}
