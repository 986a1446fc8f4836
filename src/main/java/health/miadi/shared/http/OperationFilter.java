package health.miadi.shared.http;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Tells which operation a request asks for, by its id in the OpenAPI document, before any other filter refuses it. */
@Provider
@Priority(0)
public class OperationFilter implements ContainerRequestFilter {
    @Context
    ResourceInfo resource;

    @Inject
    HttpServletRequest request;

    @Override
    public void filter(ContainerRequestContext context) {
        Method method = resource.getResourceMethod();
        // a server answers OPTIONS by a method of its own, or by none
        Operation operation = method == null ? null : method.getAnnotation(Operation.class);
        if (operation != null) {
            WatchedRequest.operation(request, operation.operationId());
        }
    }
}
