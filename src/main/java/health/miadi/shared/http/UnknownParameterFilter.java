package health.miadi.shared.http;

import health.miadi.shared.problem.FieldError;
import health.miadi.shared.problem.Refusal;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Refuses query parameters that the operation does not have: a misspelt filter must not return everything. */
@Provider
public class UnknownParameterFilter implements ContainerRequestFilter {
    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        Set<String> given = request.getUriInfo().getQueryParameters().keySet();
        if (given.isEmpty() || resource.getResourceMethod().isAnnotationPresent(ForeignParameters.class)) {
            return;
        }
        Set<String> names = known.computeIfAbsent(resource.getResourceMethod(), UnknownParameterFilter::names);
        List<FieldError> unknown = given.stream()
                .filter(name -> !names.contains(name))
                .map(name -> new FieldError(
                        "",
                        "has a query parameter that is not known here; known are "
                                + names.stream().sorted().collect(Collectors.joining(", ", "[", "]"))))
                .limit(1)
                .toList();
        if (!unknown.isEmpty()) {
            throw Refusal.invalid(unknown);
        }
    }

    private static Set<String> names(Method method) {
        return Arrays.stream(method.getParameters())
                .flatMap(UnknownParameterFilter::names)
                .collect(Collectors.toSet());
    }

    private static Stream<String> names(Parameter parameter) {
        if (parameter.isAnnotationPresent(BeanParam.class)) {
            return Arrays.stream(parameter.getType().getDeclaredFields())
                    .filter(field -> field.isAnnotationPresent(QueryParam.class))
                    .map(UnknownParameterFilter::name);
        }
        QueryParam query = parameter.getAnnotation(QueryParam.class);
        return query == null ? Stream.empty() : Stream.of(query.value());
    }

    private static String name(Field field) {
        QueryParam query = field.getAnnotation(QueryParam.class);
        return query == null ? "" : query.value();
    }
}
