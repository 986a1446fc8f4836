package health.miadi.shared.problem;

import health.miadi.shared.http.FieldPlaces;
import health.miadi.shared.http.RequestId;
import health.miadi.shared.logging.LogContext;
import health.miadi.shared.metrics.Metrics;
import health.miadi.shared.persistence.DatabaseRefusals;
import health.miadi.shared.refusal.Causes;
import health.miadi.shared.refusal.Refusal;
import health.miadi.shared.refusal.Traces;
import jakarta.ejb.AccessLocalException;
import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Turns whatever leaves a resource into a problem document; the only exception mapper there is. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = Logger.getLogger(ProblemMapper.class.getName());
    private static final String BEARER = "Bearer realm=\"miadi\"";

    @Inject
    HttpServletRequest request;

    @Context
    UriInfo uri;

    @Context
    ResourceInfo resource;

    @Inject
    Event<LimitHit> limits;

    @Override
    public Response toResponse(Throwable thrown) {
        return find(Refusal.class, thrown)
                .map(this::answer)
                .or(() -> find(WebApplicationException.class, thrown).map(this::answer))
                .or(() -> DatabaseRefusals.of(thrown).map(this::answer))
                .orElseGet(() -> answer(typeOf(thrown), thrown));
    }

    private Response answer(Refusal refusal) {
        ProblemType type = ProblemType.of(refusal.fact());
        Metrics.refused(type.slug(), refusal.rule());
        if (LimitHit.is(type)) {
            limits.fire(new LimitHit(type, request.getMethod(), uri.getPath()));
        }
        return build(type, refusal.retryAfterSeconds())
                .entity(Problem.of(refusal, instance(), FieldPlaces.of(resource)))
                .build();
    }

    private Response answer(WebApplicationException thrown) {
        int status = thrown.getResponse().getStatus();
        if (status < 400) {
            return thrown.getResponse();
        }
        ProblemType type = seenByCaller(ProblemType.ofStatus(status));
        if (type == ProblemType.INTERNAL) {
            return answer(type, thrown);
        }
        Response.ResponseBuilder answer = build(type).entity(Problem.of(type, instance()));
        Metrics.refused(type.slug(), null);
        String allow = thrown.getResponse().getHeaderString(HttpHeaders.ALLOW);
        return (allow == null ? answer : answer.header(HttpHeaders.ALLOW, allow)).build();
    }

    private Response answer(ProblemType type, Throwable thrown) {
        if (type == ProblemType.INTERNAL) {
            // The trace names classes and lines; messages may carry data, so they are left out.
            Object[] what = {Traces.withoutMessages(thrown), request.getMethod()};
            LogContext.within(RequestId.of(request), () -> LOG.log(Level.SEVERE, "{0} at {1}", what));
        }
        return answer(seenByCaller(type));
    }

    private Response answer(ProblemType type) {
        Metrics.refused(type.slug(), null);
        return build(type).entity(Problem.of(type, instance())).build();
    }

    private static ProblemType typeOf(Throwable thrown) {
        if (find(EJBAccessException.class, thrown).isPresent()
                || find(AccessLocalException.class, thrown).isPresent()) {
            return ProblemType.FORBIDDEN;
        }
        if (find(OptimisticLockException.class, thrown).isPresent()) {
            return ProblemType.STALE;
        }
        return ProblemType.INTERNAL;
    }

    /** R-AUTH-8: who is not signed in is told so, whatever the container called it. */
    private ProblemType seenByCaller(ProblemType type) {
        return type == ProblemType.FORBIDDEN && request.getUserPrincipal() == null ? ProblemType.UNAUTHENTICATED : type;
    }

    private static Response.ResponseBuilder build(ProblemType type) {
        return build(type, 1);
    }

    private static Response.ResponseBuilder build(ProblemType type, long retryAfterSeconds) {
        Response.ResponseBuilder answer = Response.status(type.status()).type(Problem.MEDIA_TYPE);
        if (type.status() == ProblemType.UNAUTHENTICATED.status()) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, BEARER);
        }
        if (type == ProblemType.UNAVAILABLE || type == ProblemType.RATE_LIMITED) {
            answer.header(HttpHeaders.RETRY_AFTER, retryAfterSeconds);
        }
        return answer;
    }

    private String instance() {
        return uri.getRequestUri().getRawPath();
    }

    private static <T extends Throwable> Optional<T> find(Class<T> kind, Throwable thrown) {
        return Causes.of(thrown).filter(kind::isInstance).map(kind::cast).findFirst();
    }
}
