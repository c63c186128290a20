package app.tutti.account.access.control;

import app.tutti.account.access.entity.GuestPass;
import app.tutti.account.people.entity.Identity;
import app.tutti.account.people.entity.Token;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Who holds the link of a room that is open: a guest for as long as it is. A pass is a random value in a cookie; its hash
 * is kept in memory, as the rooms are.
 */
@ApplicationScoped
public class Guests {
    private static final String COOKIE = "guest";
    private static final String ADMITTED = Guests.class.getName();
    private static final int MOST = 20_000;

    /** By the hash of their token, those who came last at the end. */
    private final Map<String, GuestPass> passes = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, GuestPass> eldest) {
            return size() > MOST;
        }
    };

    /** The guest this browser is. */
    public Optional<Identity.Guest> of(HttpServletRequest request) {
        return token(request).flatMap(this::pass).map(pass -> new Identity.Guest(pass.name()));
    }

    /** To a room whose link somebody has opened. */
    public void admit(UUID room, HttpServletRequest request, HttpServletResponse response) {
        Optional<Token> known = token(request).filter(token -> pass(token).isPresent());
        Token token = known.orElseGet(Token::next);
        put(token, pass(token).orElse(GuestPass.NEW).to(room));
        if (known.isEmpty()) {
            response.addCookie(cookie(token, Https.isUsedBy(request)));
            // From this request on.
            request.setAttribute(ADMITTED, token);
        }
    }

    /** Whoever was a guest of this room alone is none any more. */
    public synchronized void close(UUID room) {
        passes.replaceAll((hash, pass) -> pass.without(room));
        passes.values().removeIf(GuestPass::isOver);
    }

    private synchronized Optional<GuestPass> pass(Token token) {
        return Optional.ofNullable(passes.get(token.hash()));
    }

    private synchronized void put(Token token, GuestPass pass) {
        passes.put(token.hash(), pass);
    }

    private static Optional<Token> token(HttpServletRequest request) {
        if (request.getAttribute(ADMITTED) instanceof Token admitted) {
            return Optional.of(admitted);
        }
        return request.getCookies() == null
                ? Optional.empty()
                : Arrays.stream(request.getCookies())
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .findFirst()
                        .map(cookie -> new Token(cookie.getValue()));
    }

    private static Cookie cookie(Token token, boolean secure) {
        Cookie cookie = new Cookie(COOKIE, token.value());
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(secure);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
