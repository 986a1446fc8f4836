package health.miadi.shared.idempotency;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/** Answers what was {@link Created}, now or by the first request with its key: 201 with its place and its entity tag. */
@Provider
public class CreatedFilter implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Created created) {
            Response answer = created.response();
            response.setStatusInfo(answer.getStatusInfo());
            response.getHeaders().putAll(answer.getHeaders());
            response.setEntity(answer.getEntity());
        }
    }
}
