package health.miadi.shared.http;

import health.miadi.shared.problem.Problem;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/**
 * Lets a change through whose sender reads nothing but problem documents: where what is done has no answer to read, a problem is
 * all that could come back. Generated clients ask for just that.
 */
@Provider
@PreMatching
public class ProblemReadersFilter implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
        List<String> accept = request.getHeaders().get(HttpHeaders.ACCEPT);
        if (!request.getMethod().equals(HttpMethod.GET)
                && accept != null
                && accept.stream().anyMatch(types -> types.contains(Problem.MEDIA_TYPE))) {
            request.getHeaders().add(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON);
        }
    }
}
