package app.tutti.sfu.dtls;

import java.io.IOException;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.tls.SignatureAlgorithm;
import org.bouncycastle.tls.crypto.TlsVerifier;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCertificate;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;

/** A peer's certificate, whose signatures OpenSSL verifies where it can. */
final class LeanTlsCertificate extends BcTlsCertificate {
    LeanTlsCertificate(BcTlsCrypto crypto, byte[] encoding) throws IOException {
        super(crypto, encoding);
    }

    @Override
    public TlsVerifier createVerifier(short signatureAlgorithm) throws IOException {
        // In full, because it also looks at what the certificate says that its key may be used for.
        TlsVerifier verifier = super.createVerifier(signatureAlgorithm);
        return signatureAlgorithm == SignatureAlgorithm.ecdsa && isPlain() && OpenSslVerifier.available()
                ? new OpenSslVerifier(keyInfo.getEncoded())
                : verifier;
    }

    /** On a curve that it names, and does not make up. */
    private boolean isPlain() {
        return keyInfo.getAlgorithm().getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey)
                && keyInfo.getAlgorithm().getParameters() instanceof ASN1ObjectIdentifier;
    }
}
