package app.tutti.bench;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Date;
import java.util.Hashtable;
import java.util.HexFormat;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.bc.BcX509v3CertificateBuilder;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.operator.DefaultDigestAlgorithmIdentifierFinder;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcECContentSignerBuilder;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.DTLSClientProtocol;
import org.bouncycastle.tls.DTLSTransport;
import org.bouncycastle.tls.DatagramTransport;
import org.bouncycastle.tls.DefaultTlsClient;
import org.bouncycastle.tls.ExporterLabel;
import org.bouncycastle.tls.HashAlgorithm;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.SignatureAlgorithm;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.TlsAuthentication;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsExtensionsUtils;
import org.bouncycastle.tls.TlsSRTPUtils;
import org.bouncycastle.tls.TlsServerCertificate;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.UseSRTPData;
import org.bouncycastle.tls.crypto.TlsCertificate;
import org.bouncycastle.tls.crypto.TlsCryptoParameters;
import org.bouncycastle.tls.crypto.impl.bc.BcDefaultTlsCredentialedSigner;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;

/** Begins DTLS-SRTP handshakes, all with one certificate: what is measured is the relay. */
final class DtlsClient {
    /** What a handshake leaves: the keys of both directions, and the way to say goodbye. */
    record Association(SrtpGcm sending, SrtpGcm receiving, DTLSTransport dtls) {}

    private final BcTlsCrypto crypto = new BcTlsCrypto(new SecureRandom());
    private final AsymmetricCipherKeyPair keys;
    private final X509CertificateHolder certificate;

    DtlsClient() throws IOException {
        try {
            var generator = java.security.KeyPairGenerator.getInstance("EC");
            generator.initialize(new java.security.spec.ECGenParameterSpec("secp256r1"));
            var pair = generator.generateKeyPair();
            keys = new AsymmetricCipherKeyPair(
                    org.bouncycastle.crypto.util.PublicKeyFactory.createKey(
                            pair.getPublic().getEncoded()),
                    PrivateKeyFactory.createKey(pair.getPrivate().getEncoded()));
            certificate = selfSigned();
        } catch (java.security.GeneralSecurityException | OperatorCreationException e) {
            throw new IOException(e);
        }
    }

    String fingerprint() throws IOException {
        try {
            byte[] digest = java.security.MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Blocks until the keys are there. */
    Association shakeHands(DatagramTransport transport) throws IOException {
        Client client = new Client();
        DTLSTransport dtls = new DTLSClientProtocol().connect(client, transport);
        return new Association(client.sending, client.receiving, dtls);
    }

    private X509CertificateHolder selfSigned() throws IOException, OperatorCreationException {
        X500Name name = new X500Name("CN=bench");
        long now = System.currentTimeMillis();
        X509v3CertificateBuilder builder = new BcX509v3CertificateBuilder(
                name,
                BigInteger.valueOf(now),
                new Date(now - 86_400_000),
                new Date(now + 86_400_000),
                name,
                keys.getPublic());
        AlgorithmIdentifier algorithm = new DefaultSignatureAlgorithmIdentifierFinder().find("SHA256withECDSA");
        AlgorithmIdentifier digest = new DefaultDigestAlgorithmIdentifierFinder().find(algorithm);
        return builder.build(new BcECContentSignerBuilder(algorithm, digest).build(keys.getPrivate()));
    }

    @SuppressWarnings("rawtypes") // BouncyCastle's extensions are raw.
    private final class Client extends DefaultTlsClient {
        private SrtpGcm sending;
        private SrtpGcm receiving;

        Client() {
            super(crypto);
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
            TlsSRTPUtils.addUseSRTPExtension(
                    extensions, new UseSRTPData(new int[] {SrtpGcm.PROFILE}, TlsUtils.EMPTY_BYTES));
            return extensions;
        }

        @Override
        public TlsAuthentication getAuthentication() {
            return new TlsAuthentication() {
                @Override
                public void notifyServerCertificate(TlsServerCertificate server) {}

                @Override
                public TlsCredentials getClientCredentials(CertificateRequest request) throws IOException {
                    TlsCertificate own = crypto.createCertificate(certificate.getEncoded());
                    return new BcDefaultTlsCredentialedSigner(
                            new TlsCryptoParameters(context),
                            crypto,
                            keys.getPrivate(),
                            new Certificate(new TlsCertificate[] {own}),
                            new SignatureAndHashAlgorithm(HashAlgorithm.sha256, SignatureAlgorithm.ecdsa));
                }
            };
        }

        /** RFC 5764 §4.2: both keys, then both salts, the client's first. */
        @Override
        public void notifyHandshakeComplete() throws IOException {
            super.notifyHandshakeComplete();
            byte[] all = context.exportKeyingMaterial(ExporterLabel.dtls_srtp, null, 2 * (SrtpGcm.KEY + SrtpGcm.SALT));
            int salts = 2 * SrtpGcm.KEY;
            sending = new SrtpGcm(
                    Arrays.copyOfRange(all, 0, SrtpGcm.KEY), Arrays.copyOfRange(all, salts, salts + SrtpGcm.SALT));
            receiving = new SrtpGcm(
                    Arrays.copyOfRange(all, SrtpGcm.KEY, salts),
                    Arrays.copyOfRange(all, salts + SrtpGcm.SALT, all.length));
        }
    }
}
