package app.tutti.catalog.audio.boundary;

import app.tutti.account.access.control.Caller;
import app.tutti.account.access.control.OpenConnections;
import app.tutti.account.access.entity.Needs;
import app.tutti.account.people.entity.Role;
import app.tutti.catalog.audio.control.Conversions;
import app.tutti.catalog.audio.control.ConversionsBusy;
import app.tutti.catalog.files.control.MusicFolders;
import app.tutti.catalog.files.entity.AudioFormat;
import app.tutti.catalog.library.control.Catalogue;
import app.tutti.catalog.library.entity.Track;
import app.tutti.web.boundary.ClientConnection;
import app.tutti.web.boundary.Problem;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.io.IOException;
import java.util.Optional;

/** A track's file, or a copy of it that browsers play. */
@RequestScoped
@Path("/api/tracks/{id: \\d{1,18}}/audio")
@Needs(Role.MEMBER)
public class AudioResource {
    /** The query of the pages' player, which gets its pictures elsewhere. */
    static final String IN_A_PAGE = "pictures=no";

    private static final int UNSUPPORTED_MEDIA_TYPE = 415;
    private static final int UNAVAILABLE = 503;
    private static final int RETRY_AFTER_SECONDS = 10;

    @Inject
    Catalogue catalogue;

    @Inject
    MusicFolders folders;

    @Inject
    Conversions conversions;

    @Inject
    OpenConnections heldOpen;

    @Inject
    Caller caller;

    @Inject
    Senders senders;

    @Context
    Request request;

    @Context
    HttpHeaders headers;

    @Context
    HttpServletRequest servlet;

    @GET
    public void audio(@PathParam("id") long id, @Suspended AsyncResponse client) {
        answer(id, headers.getHeaderString("Range"), client);
    }

    /** RFC 9110 §14.2: ranges are for GET alone. */
    @HEAD
    public void head(@PathParam("id") long id, @Suspended AsyncResponse client) {
        answer(id, null, client);
    }

    private void answer(long id, String range, AsyncResponse client) {
        Track track =
                catalogue.track(id).filter(known -> folders.hold(known.path())).orElseThrow(NotFoundException::new);
        try {
            answer(track, version(track), range, client);
        } catch (IOException gone) {
            throw new NotFoundException(gone);
        }
    }

    private FileVersion version(Track track) throws IOException {
        FileVersion version = FileVersion.of(track.path());
        AudioFormat format = track.format();
        if (!format.playsInBrowsers()) {
            return version.copiedAs(format.played());
        }
        return IN_A_PAGE.equals(servlet.getQueryString()) ? version.withoutPictures() : version;
    }

    private void answer(Track track, FileVersion version, String range, AsyncResponse client) throws IOException {
        String wanted = version.continues(headers.getHeaderString("If-Range")) ? range : null;
        AudioAnswer answer = new AudioAnswer(
                version,
                track.format().played(),
                isHead(),
                wanted,
                ClientConnection.of(servlet),
                heldOpen,
                caller.claim());
        Optional<ResponseBuilder> unwanted = version.unlessWanted(request, headers);
        if (unwanted.isPresent()) {
            client.resume(answer.with(unwanted.get()));
        } else if (track.format().playsInBrowsers()) {
            client.resume(answer.of(track.path()));
        } else {
            convert(track, answer, client);
        }
    }

    private boolean isHead() {
        return request.getMethod().equals("HEAD");
    }

    private void convert(Track track, AudioAnswer answer, AsyncResponse client) throws IOException {
        if (!conversions.arePossible()) {
            client.resume(Problem.of(
                            UNSUPPORTED_MEDIA_TYPE,
                            "Unsupported Media Type",
                            "Browsers cannot play " + track.format().label()
                                    + ", and this server has no ffmpeg to convert it.")
                    .build());
            return;
        }
        try {
            new AwaitedCopy(conversions.wish(track.path(), track.format()), answer, client).begin(senders);
        } catch (ConversionsBusy busy) {
            client.resume(Problem.of(UNAVAILABLE, "Service Unavailable", "Too many tracks wait to be converted.")
                    .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                    .build());
        }
    }
}
