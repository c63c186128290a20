package app.tutti.sfu.dtls;

import app.tutti.sfu.srtp.SrtpKeys;
import app.tutti.sfu.srtp.SrtpProfile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Hashtable;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.DTLSClientProtocol;
import org.bouncycastle.tls.DTLSTransport;
import org.bouncycastle.tls.DatagramTransport;
import org.bouncycastle.tls.DefaultTlsClient;
import org.bouncycastle.tls.ExporterLabel;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.TlsAuthentication;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsExtensionsUtils;
import org.bouncycastle.tls.TlsSRTPUtils;
import org.bouncycastle.tls.TlsServerCertificate;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.UseSRTPData;

/** The active side of a DTLS-SRTP handshake. */
public final class FakeDtlsClient implements DatagramTransport {
    private final DtlsIdentity identity = DtlsIdentity.create(new SecureRandom());
    private final BlockingQueue<byte[]> records;
    private final DatagramSender sender;
    private final SrtpProfile[] profiles;
    private final ByteArrayOutputStream gathered = new ByteArrayOutputStream();
    private DTLSTransport association;
    private SrtpKeys keys;

    public FakeDtlsClient(BlockingQueue<byte[]> records, DatagramSender sender, SrtpProfile... profiles) {
        this.records = records;
        this.sender = sender;
        this.profiles = profiles.length == 0 ? SrtpProfile.values() : profiles;
    }

    public String fingerprint() {
        return identity.fingerprint().hex();
    }

    public SrtpKeys shakeHands() throws IOException {
        association = new DTLSClientProtocol().connect(new Client(), this);
        flush();
        return keys;
    }

    /** Has the relay, whose certificate has this fingerprint, begin. */
    public SrtpKeys awaitHands(String fingerprint) throws IOException {
        SrtpHandshake handshake = new SrtpServerHandshake(identity, new Fingerprint("sha-256", fingerprint));
        association = handshake.complete(this);
        flush();
        return handshake.keys();
    }

    /** Sends its last flight again when it is asked to, for as long as that is so. */
    void goOn(BooleanSupplier goesOn) throws IOException {
        while (goesOn.getAsBoolean()) {
            association.receive(new byte[getReceiveLimit()], 0, getReceiveLimit(), 100);
            flush();
        }
    }

    /** Says goodbye. */
    public void leave() throws IOException {
        association.close();
        flush();
    }

    @Override
    public int getReceiveLimit() {
        return 2048;
    }

    @Override
    public int getSendLimit() {
        return 1200;
    }

    @Override
    public int receive(byte[] to, int offset, int length, int waitMillis) throws IOException {
        flush();
        try {
            byte[] record = records.poll(waitMillis, TimeUnit.MILLISECONDS);
            if (record == null) {
                return -1;
            }
            System.arraycopy(record, 0, to, offset, record.length);
            return record.length;
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void send(byte[] bytes, int offset, int length) {
        if (gathered.size() + length > getSendLimit()) {
            flush();
        }
        gathered.write(bytes, offset, length);
    }

    /** A flight goes out in one datagram, as browsers and OpenSSL have it. */
    private void flush() {
        if (gathered.size() > 0) {
            sender.send(gathered.toByteArray(), 0, gathered.size());
            gathered.reset();
        }
    }

    @Override
    public void close() {}

    @SuppressWarnings("rawtypes")
    private final class Client extends DefaultTlsClient {
        private SrtpProfile profile;

        Client() {
            super(identity.crypto());
        }

        @Override
        protected ProtocolVersion[] getSupportedVersions() {
            return ProtocolVersion.DTLSv12.only();
        }

        @Override
        protected int[] getSupportedCipherSuites() {
            return new int[] {CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256};
        }

        @Override
        public int getHandshakeTimeoutMillis() {
            return 20_000;
        }

        @Override
        public Hashtable getClientExtensions() throws IOException {
            var extensions = TlsExtensionsUtils.ensureExtensionsInitialised(super.getClientExtensions());
            int[] codes = Stream.of(profiles).mapToInt(SrtpProfile::code).toArray();
            TlsSRTPUtils.addUseSRTPExtension(extensions, new UseSRTPData(codes, TlsUtils.EMPTY_BYTES));
            return extensions;
        }

        @Override
        public void processServerExtensions(Hashtable extensions) throws IOException {
            super.processServerExtensions(extensions);
            int chosen = TlsSRTPUtils.getUseSRTPExtension(extensions).getProtectionProfiles()[0];
            profile = Stream.of(SrtpProfile.values())
                    .filter(known -> known.code() == chosen)
                    .findFirst()
                    .orElseThrow();
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

        @Override
        public void notifyHandshakeComplete() throws IOException {
            super.notifyHandshakeComplete();
            keys = SrtpKeys.exported(
                    profile,
                    context.exportKeyingMaterial(ExporterLabel.dtls_srtp, null, SrtpKeys.exportedLength(profile)));
        }
    }
}
