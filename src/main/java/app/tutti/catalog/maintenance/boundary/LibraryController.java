package app.tutti.catalog.maintenance.boundary;

import app.tutti.account.access.entity.Needs;
import app.tutti.account.people.entity.Role;
import app.tutti.catalog.federation.control.CataloguePush;
import app.tutti.catalog.files.control.MusicFolders;
import app.tutti.catalog.scan.control.ScanOrder;
import app.tutti.catalog.scan.control.ScanOrders;
import app.tutti.catalog.scan.control.ScanStore;
import app.tutti.catalog.scan.control.Scanner;
import app.tutti.catalog.scan.entity.RefusedFile;
import app.tutti.catalog.scan.entity.ScanProgress;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;

/** Where the music comes from: an admin sees how far a scan is, what was left out and why, and scans again. */
@Controller
@RequestScoped
@Path("/library")
@Needs(Role.ADMIN)
public class LibraryController {
    private static final int MOST_SHOWN = 500;

    @Inject
    Scanner scanner;

    @Inject
    ScanOrders orders;

    @Inject
    MusicFolders folders;

    @Inject
    ScanStore store;

    @Inject
    CataloguePush push;

    @Inject
    Models models;

    @GET
    public String page() {
        long now = Clock.systemUTC().millis();
        ScanProgress progress = scanner.progress();
        List<RefusedFile> refused = store.refusedFiles(MOST_SHOWN + 1);
        models.put("scan", progress);
        models.put("perSecond", progress.perSecond(now));
        models.put("secondsLeft", progress.secondsLeft(now));
        models.put("push", push.progress());
        models.put("untold", push.refused(MOST_SHOWN));
        models.put("refused", refused.subList(0, Math.min(MOST_SHOWN, refused.size())));
        models.put("more", refused.size() > MOST_SHOWN);
        models.put("folders", folders.folders().stream().map(Object::toString).toList());
        models.put("leftOut", scanner.leftOut());
        models.put("demo", folders.areOurs());
        models.put(
                "emptyFolders",
                scanner.emptyFolders().stream().map(Object::toString).toList());
        return "catalog/library.html";
    }

    @POST
    @Path("scans")
    public Response scan(@FormParam("everything") boolean everything) {
        orders.add(everything ? ScanOrder.EVERYTHING : ScanOrder.CHANGES);
        return back();
    }

    @POST
    @Path("cancellation")
    public Response cancel() {
        scanner.cancel();
        return back();
    }

    private static Response back() {
        return Response.seeOther(URI.create("/library")).build();
    }
}
