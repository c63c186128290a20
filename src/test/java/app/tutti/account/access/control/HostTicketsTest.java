package app.tutti.account.access.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.tutti.account.access.entity.HostTicket;
import app.tutti.account.access.entity.HostTicket.Purpose;
import app.tutti.account.access.entity.TicketRefused;
import app.tutti.account.access.entity.TicketRefused.Fault;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The home server and the public one share a key; a stranger has another. */
class HostTicketsTest {
    private static final String KEY = "a key that both of them have, and nobody else has it, as long as it must be";
    private static final String PAGE = "http://localhost:8080";
    private static final Instant NOW = Instant.parse("2026-06-01T20:00:00Z");

    private final HostTickets home = new HostTickets(Optional.of(KEY));
    private final HostTickets stranger = new HostTickets(Optional.of(KEY.toUpperCase()));
    private final HostTickets here = new HostTickets(Optional.of(KEY));

    @Test
    void aTicketOpensOnce() {
        String ticket = home.issue(Purpose.PARTY, PAGE, NOW);
        here.redeem(ticket, Purpose.PARTY, PAGE, NOW.plusSeconds(1));
        refused(Fault.USED, ticket, NOW.plusSeconds(2));
        here.redeem(home.issue(Purpose.PARTY, PAGE, NOW), Purpose.PARTY, PAGE, NOW.plusSeconds(2));
    }

    @Test
    void aTicketEndsByItselfAndClocksMayDifferALittle() {
        String ticket = home.issue(Purpose.PARTY, PAGE, NOW);
        refused(Fault.EXPIRED, ticket, NOW.plus(HostTicket.OURS));
        refused(Fault.EXPIRED, ticket, NOW.minusSeconds(31));
        here.redeem(ticket, Purpose.PARTY, PAGE, NOW.minusSeconds(30));
    }

    @Test
    void aTicketIsForOnePageAndOnePurpose() {
        String ticket = home.issue(Purpose.PARTY, PAGE, NOW);
        assertEquals(Fault.MISUSED, fault(() -> here.redeem(ticket, Purpose.PARTY, "http://evil.example", NOW)));
        assertEquals(Fault.MISUSED, fault(() -> here.redeem(ticket, Purpose.CATALOGUE, PAGE, NOW)));
        here.redeem(ticket, Purpose.PARTY, PAGE, NOW);
    }

    @Test
    void aForgedTicketOpensNothing() throws JOSEException {
        refused(Fault.FORGED, stranger.issue(Purpose.PARTY, PAGE, NOW), NOW);
        refused(Fault.FORGED, "", NOW);
        refused(Fault.FORGED, "a.b.c", NOW);
        refused(Fault.FORGED, "x".repeat(100_000), NOW);
        refused(Fault.FORGED, new PlainJWT(claims().build()).serialize(), NOW);
        refused(Fault.FORGED, signed(JWSAlgorithm.HS512, claims()), NOW);
        String[] parts = home.issue(Purpose.PARTY, PAGE, NOW).split("\\.");
        String[] others = home.issue(Purpose.PARTY, "http://evil.example", NOW).split("\\.");
        refused(Fault.FORGED, parts[0] + "." + others[1] + "." + parts[2], NOW);
        refused(Fault.FORGED, parts[0] + "." + parts[1] + ".", NOW);
    }

    @Test
    void aTicketThatSaysTooLittleOpensNothing() throws JOSEException {
        here.redeem(signed(JWSAlgorithm.HS256, claims()), Purpose.PARTY, PAGE, NOW);
        refused(Fault.FORGED, signed(JWSAlgorithm.HS256, claims().jwtID(null)), NOW);
        refused(Fault.FORGED, signed(JWSAlgorithm.HS256, claims().subject(null)), NOW);
        refused(Fault.FORGED, signed(JWSAlgorithm.HS256, claims().expirationTime(null)), NOW);
        refused(Fault.FORGED, signed(JWSAlgorithm.HS256, claims().claim("purpose", null)), NOW);
        refused(Fault.FORGED, signed(JWSAlgorithm.HS256, claims().claim("purpose", "everything")), NOW);
        Date tomorrow = Date.from(NOW.plusSeconds(86_400));
        refused(Fault.EXPIRED, signed(JWSAlgorithm.HS256, claims().expirationTime(tomorrow)), NOW);
    }

    @Test
    void whatHasExpiredIsForgotten() {
        for (int second = 0; second < 200; second++) {
            Instant now = NOW.plusSeconds(second);
            here.redeem(home.issue(Purpose.PARTY, PAGE, now), Purpose.PARTY, PAGE, now);
        }
        assertEquals(30, here.remembered());
    }

    @Test
    void whoHasNoKeyTakesNoTicketsAndGivesNone() {
        HostTickets none = new HostTickets(Optional.empty());
        String ticket = home.issue(Purpose.PARTY, PAGE, NOW);
        assertEquals(Fault.NO_KEY, fault(() -> none.redeem(ticket, Purpose.PARTY, PAGE, NOW)));
        assertEquals(Fault.NO_KEY, fault(() -> none.issue(Purpose.PARTY, PAGE, NOW)));
    }

    @Test
    void theKeyIsInNoTicketAndNoText() {
        assertFalse(new HostKey(KEY).toString().contains(KEY));
    }

    private void refused(Fault fault, String ticket, Instant now) {
        assertEquals(fault, fault(() -> here.redeem(ticket, Purpose.PARTY, PAGE, now)), ticket);
    }

    private static Fault fault(Runnable redeeming) {
        return assertThrows(TicketRefused.class, redeeming::run).fault();
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .claim("purpose", "party")
                .subject(PAGE)
                .expirationTime(Date.from(NOW.plusSeconds(20)))
                .jwtID("once");
    }

    private static String signed(JWSAlgorithm algorithm, JWTClaimsSet.Builder claims) throws JOSEException {
        SignedJWT token = new SignedJWT(new JWSHeader(algorithm), claims.build());
        token.sign(new MACSigner(KEY));
        return token.serialize();
    }
}
