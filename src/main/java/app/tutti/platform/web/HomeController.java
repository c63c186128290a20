package app.tutti.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

@Controller
@RequestScoped
@Path("/")
public class HomeController {
    @GET
    public String home() {
        return "platform/home.html";
    }
}
