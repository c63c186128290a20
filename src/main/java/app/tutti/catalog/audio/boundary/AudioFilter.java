package app.tutti.catalog.audio.boundary;

import app.tutti.account.access.control.Caller;
import app.tutti.account.access.control.OpenConnections;
import app.tutti.account.access.entity.Needs;
import app.tutti.account.people.entity.Role;
import app.tutti.catalog.files.control.MusicFolders;
import app.tutti.catalog.library.control.Catalogue;
import app.tutti.catalog.library.entity.Track;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The bytes of a track that browsers play, in front of JAX-RS, which costs more than to send a part of a file does
 * (docs/decisions/027). Whatever else may be asked about them, and whoever may not, is for {@link AudioResource}.
 */
@WebFilter(urlPatterns = "/api/tracks/*", asyncSupported = true)
public class AudioFilter extends HttpFilter {
    private static final Pattern PATH = Pattern.compile("/api/tracks/(\\d{1,18})/audio");
    private static final Role NEEDED =
            AudioResource.class.getAnnotation(Needs.class).value();

    @Inject
    Caller caller;

    @Inject
    Catalogue catalogue;

    @Inject
    MusicFolders folders;

    @Inject
    OpenConnections heldOpen;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<Track> track = isForBytes(request) ? track(request) : Optional.empty();
        if (track.isPresent() && caller.may(NEEDED)) {
            send(track.get(), request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** RFC 9110 §13.1: without a condition that could make them unwanted. */
    private static boolean isForBytes(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && Stream.of("If-Match", "If-None-Match", "If-Modified-Since", "If-Unmodified-Since")
                        .allMatch(condition -> request.getHeader(condition) == null);
    }

    private Optional<Track> track(HttpServletRequest request) {
        Matcher path = PATH.matcher(
                request.getRequestURI().substring(request.getContextPath().length()));
        return path.matches()
                ? catalogue
                        .track(Long.parseLong(path.group(1)))
                        .filter(known -> known.format().playsInBrowsers())
                        .filter(known -> folders.hold(known.path()))
                : Optional.empty();
    }

    private void send(Track track, HttpServletRequest request, HttpServletResponse response) throws IOException {
        FileVersion file = FileVersion.of(track.path());
        FileVersion version = AudioResource.IN_A_PAGE.equals(request.getQueryString()) ? file.withoutPictures() : file;
        String range = version.continues(request.getHeader("If-Range")) ? request.getHeader("Range") : null;
        Response answer = new AudioAnswer(
                        version, track.format().played(), false, range, Optional.empty(), heldOpen, caller.claim())
                .of(track.path());
        response.setStatus(answer.getStatus());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private");
        response.setHeader("X-Content-Type-Options", "nosniff");
        answer.getStringHeaders().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        if (answer.getEntity() instanceof StreamingOutput content) {
            content.write(response.getOutputStream());
        }
    }
}
