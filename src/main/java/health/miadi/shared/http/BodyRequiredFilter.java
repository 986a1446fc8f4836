package health.miadi.shared.http;

import health.miadi.shared.refusal.Refusal;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Arrays;

/** Refuses a request without a body where the operation needs one, so that no resource sees a missing one. */
@Provider
public class BodyRequiredFilter implements ContainerRequestFilter {
    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        if (!request.hasEntity() && needsBody(resource.getResourceMethod())) {
            throw Refusal.invalid("", "must be a JSON object");
        }
    }

    private static boolean needsBody(Method method) {
        return method.isAnnotationPresent(Consumes.class)
                && Arrays.stream(method.getParameters())
                        .noneMatch(parameter -> parameter.isAnnotationPresent(OptionalBody.class));
    }
}
