package health.miadi.audit.boundary;

import health.miadi.audit.control.AuditRefusals;
import health.miadi.shared.validation.Scalars;
import jakarta.ejb.EJB;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Notes every refusal (R-REC-5): sign-ins and codes that are not right (401), what somebody may not do (403), and things that
 * somebody named by id and may not see, or that are not there (404).
 *
 * <p>Of many refusals of one caller in a minute the first are noted and the others counted (R-AUTH-12), so that a flood leaves no more
 * behind than that. Other 401s are nobody's: a token that has expired is everyday, and one that nobody of ours made is noted before
 * a resource is asked. Limits that were hit are {@link LimitNotes}' business.
 */
@Provider
public class RefusalFilter implements ContainerResponseFilter {
    private static final Logger LOG = Logger.getLogger(RefusalFilter.class.getName());
    private static final int UNAUTHENTICATED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    @EJB
    AuditRefusals refusals;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        try {
            note(request, response.getStatus());
        } catch (RuntimeException lost) {
            LOG.log(
                    Level.SEVERE,
                    "A refusal could not be noted: {0}",
                    lost.getClass().getName());
        }
    }

    private void note(ContainerRequestContext request, int status) {
        if (status == UNAUTHENTICATED) {
            refusals.noteAttempt();
        } else if (status == FORBIDDEN || status == NOT_FOUND) {
            Optional<UUID> named = named(request);
            if (status == FORBIDDEN || named.isPresent()) {
                RequestedThing thing = RequestedThing.of(
                        request.getMethod(), request.getUriInfo().getPath());
                refusals.noteOfUser(thing.action(), thing.entity(), named.orElse(null));
            }
        }
    }

    private static Optional<UUID> named(ContainerRequestContext request) {
        List<String> ids = request.getUriInfo().getPathParameters().getOrDefault("id", List.of());
        try {
            return ids.stream().findFirst().map(Scalars::uuid);
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
