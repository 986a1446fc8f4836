package health.miadi.shared.http;

import health.miadi.shared.refusal.FieldError;
import health.miadi.shared.refusal.Refusal;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Refuses query parameters that the operation does not have, since a misspelt filter must not return everything; and those given
 * more than once of which it takes one, since nobody knows which one is meant.
 */
@Provider
public class QueryParameterFilter implements ContainerRequestFilter {
    /** The parameters of each operation, and whether it takes several values of one. */
    private final Map<Method, Map<String, Boolean>> known = new ConcurrentHashMap<>();

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        MultivaluedMap<String, String> given = request.getUriInfo().getQueryParameters();
        if (given.isEmpty() || resource.getResourceMethod().isAnnotationPresent(ForeignParameters.class)) {
            return;
        }
        Map<String, Boolean> parameters =
                known.computeIfAbsent(resource.getResourceMethod(), QueryParameterFilter::parameters);
        if (!parameters.keySet().containsAll(given.keySet())) {
            throw Refusal.invalid(
                    "",
                    "has a query parameter that is not known here; known are " + new TreeSet<>(parameters.keySet()));
        }
        List<FieldError> repeated = given.entrySet().stream()
                .filter(each -> each.getValue().size() > 1 && !parameters.getOrDefault(each.getKey(), true))
                .map(each -> new FieldError(each.getKey(), "must be given once"))
                .toList();
        if (!repeated.isEmpty()) {
            throw Refusal.invalid(repeated);
        }
    }

    /** The names of its query parameters, and whether it takes several values of one. */
    static Map<String, Boolean> parameters(Method method) {
        return Arrays.stream(method.getParameters())
                .flatMap(parameter -> parameter.isAnnotationPresent(BeanParam.class)
                        ? Arrays.stream(parameter.getType().getDeclaredFields())
                                .map(field -> entry(field.getAnnotation(QueryParam.class), field.getType()))
                        : Stream.of(entry(parameter.getAnnotation(QueryParam.class), parameter.getType())))
                .flatMap(Optional::stream)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Optional<Map.Entry<String, Boolean>> entry(@Nullable QueryParam query, Class<?> type) {
        return query == null
                ? Optional.empty()
                : Optional.of(Map.entry(query.value(), Collection.class.isAssignableFrom(type)));
    }
}
