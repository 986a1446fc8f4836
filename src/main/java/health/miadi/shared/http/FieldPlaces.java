package health.miadi.shared.http;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where the fields that a refusal names stand in the request: parameters under their names, all else in the body. */
public final class FieldPlaces {
    private final ResourceInfo resource;

    private FieldPlaces(ResourceInfo resource) {
        this.resource = resource;
    }

    /** Those of the operation that was asked. */
    public static FieldPlaces of(ResourceInfo resource) {
        return new FieldPlaces(resource);
    }

    /** One entry of the member {@code errors} of a problem document. */
    public Map<String, String> named(String field, String message) {
        Map<String, String> error = new LinkedHashMap<>();
        error.put("pointer", place(field));
        error.put("message", message);
        return error;
    }

    /** A JSON pointer (RFC 6901) into the body, which a field may be already; or the name of a parameter. */
    private String place(String field) {
        return field.isEmpty()
                        || field.startsWith("/")
                        || parameters(resource.getResourceMethod()).contains(field)
                ? field
                : "/" + field;
    }

    private static Set<String> parameters(@Nullable Method operation) {
        if (operation == null) {
            return Set.of();
        }
        Set<String> names =
                new HashSet<>(QueryParameterFilter.parameters(operation).keySet());
        names.addAll(Arrays.stream(operation.getParameters())
                .map(parameter -> parameter.getAnnotation(HeaderParam.class))
                .filter(Objects::nonNull)
                .map(HeaderParam::value)
                .collect(Collectors.toSet()));
        return names;
    }
}
