package app.tutti.account.access.control;

import app.tutti.account.access.entity.HostTicket;
import app.tutti.account.access.entity.HostTicket.Purpose;
import app.tutti.account.access.entity.TicketRefused;
import app.tutti.account.access.entity.TicketRefused.Fault;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Date;
import java.util.Locale;
import java.util.Objects;

/** What two servers share ({@code TUTTI_HOST_KEY}). Tickets are JSON Web Tokens (RFC 7519), signed by HMAC-SHA256. */
public record HostKey(String value) {
    private static final String PURPOSE = "purpose";
    private static final int LONGEST = 2_000;

    String sign(HostTicket ticket) {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .claim(PURPOSE, ticket.purpose().name().toLowerCase(Locale.ROOT))
                .subject(ticket.subject())
                .expirationTime(Date.from(ticket.expires()))
                .jwtID(ticket.nonce())
                .build();
        SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        try {
            token.sign(new MACSigner(bytes()));
        } catch (JOSEException lacking) {
            throw new IllegalStateException("every Java has HMAC-SHA256", lacking);
        }
        return token.serialize();
    }

    /** @throws TicketRefused when it was not signed with this key, or says less than a ticket does */
    HostTicket open(String text) {
        if (text.length() > LONGEST) {
            throw new TicketRefused(Fault.FORGED);
        }
        try {
            SignedJWT token = SignedJWT.parse(text);
            // RFC 8725 §3.1: nothing that the token itself says chooses the algorithm. The comparison takes equally
            // long
            // for every wrong signature.
            if (!token.getHeader().getAlgorithm().equals(JWSAlgorithm.HS256)
                    || !token.verify(new MACVerifier(bytes()))) {
                throw new TicketRefused(Fault.FORGED);
            }
            JWTClaimsSet claims = token.getJWTClaimsSet();
            return new HostTicket(
                    Purpose.valueOf(claims.getStringClaim(PURPOSE).toUpperCase(Locale.ROOT)),
                    Objects.requireNonNull(claims.getSubject()),
                    claims.getExpirationTime().toInstant(),
                    Objects.requireNonNull(claims.getJWTID()));
        } catch (ParseException | JOSEException | RuntimeException malformed) {
            throw malformed instanceof TicketRefused refused ? refused : new TicketRefused(Fault.FORGED);
        }
    }

    @Override
    public String toString() {
        return "HostKey[…]";
    }

    private byte[] bytes() {
        return value.getBytes(StandardCharsets.UTF_8);
    }
}
