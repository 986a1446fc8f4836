package health.miadi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The REST application: every resource of the HTTP contract lives below {@code /api/v1}. */
@ApplicationScoped
@ApplicationPath("/api/v1")
public class MiadiApplication extends Application {}
