package health.miadi.shared.openapi;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The methods behind the operations, found by the operation ids that they declare. */
final class ResourceMethods {

    private final Map<String, Method> byOperationId = new HashMap<>();
    private final Set<String> everyRole = new TreeSet<>();

    ResourceMethods(Collection<Class<?>> resources) {
        for (Class<?> resource : resources) {
            everyRole.addAll(roles(resource));
            for (Method method : resource.getMethods()) {
                everyRole.addAll(roles(method));
                Operation operation = method.getAnnotation(Operation.class);
                if (operation != null && byOperationId.put(operation.operationId(), method) != null) {
                    throw new IllegalStateException("two operations are called " + operation.operationId());
                }
            }
        }
    }

    /**
     * The method that declares {@code operationId}.
     *
     * @throws IllegalStateException if none does, because every operation names itself
     */
    Method of(@Nullable String operationId) {
        Method method = byOperationId.get(operationId);
        if (method == null) {
            throw new IllegalStateException(
                    "no resource method carries @Operation(operationId = \"" + operationId + "\")");
        }
        return method;
    }

    /**
     * Who may call {@code method}: what it says itself, or else what its class says.
     *
     * @throws IllegalStateException if neither says anything
     */
    Access access(Method method) {
        for (AnnotatedElement element : List.of(method, method.getDeclaringClass())) {
            if (element.isAnnotationPresent(PermitAll.class)) {
                return new Access(true, List.of(), true);
            }
            if (element.isAnnotationPresent(RolesAllowed.class)) {
                Set<String> roles = roles(element);
                return new Access(false, new ArrayList<>(roles), roles.containsAll(everyRole));
            }
        }
        throw new IllegalStateException(method + " does not say who may call it");
    }

    /** Whether a request without a body is refused: the method reads one, and it is not {@code @Nullable}. */
    static boolean needsBody(Method method) {
        return Arrays.stream(method.getParameters())
                .filter(parameter -> Arrays.stream(parameter.getAnnotations())
                        .noneMatch(annotation ->
                                annotation.annotationType().getPackageName().startsWith("jakarta.ws.rs")))
                .anyMatch(parameter -> !parameter.getAnnotatedType().isAnnotationPresent(Nullable.class));
    }

    private static Set<String> roles(AnnotatedElement element) {
        RolesAllowed allowed = element.getAnnotation(RolesAllowed.class);
        return allowed == null ? Set.of() : new TreeSet<>(Arrays.asList(allowed.value()));
    }
}
