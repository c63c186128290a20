package app.tutti.platform.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Pages and endpoints, all of them from the root; found by scanning. */
@ApplicationPath("/")
public class TuttiApplication extends Application {}
