package health.miadi.shared.openapi;

import static health.miadi.shared.openapi.Parameters.IDEMPOTENCY_KEY;
import static health.miadi.shared.openapi.Parameters.IF_MATCH;

import health.miadi.shared.problem.ProblemType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.models.Operation;

/** The refusals that an operation can answer with: those that its shape brings along, and those that it declares. */
final class PossibleProblems {

    /** Where an operation names refusals of its own: {@code @Extension(name = "x-problems", value = "slot-taken, …")}. */
    private static final String EXTENSION = "x-problems";

    private PossibleProblems() {}

    static Set<ProblemType> of(Operation operation, String path, Access access) {
        Set<ProblemType> problems = new LinkedHashSet<>();
        boolean body = operation.getRequestBody() != null;
        boolean idempotent = Parameters.declares(operation, IDEMPOTENCY_KEY);
        problems.add(ProblemType.VALIDATION); // a query parameter that nobody knows is one, anywhere
        if (!access.isPublic()) {
            problems.add(ProblemType.UNAUTHENTICATED);
            problems.add(ProblemType.SECOND_FACTOR_MISSING);
        }
        if (!access.isForEveryRole()) {
            problems.add(ProblemType.FORBIDDEN);
        }
        if (path.contains("{")) {
            problems.add(ProblemType.NOT_FOUND);
        }
        problems.add(ProblemType.NOT_ACCEPTABLE);
        if (body) {
            problems.addAll(List.of(
                    ProblemType.BODY_TIMEOUT, ProblemType.PAYLOAD_TOO_LARGE, ProblemType.UNSUPPORTED_MEDIA_TYPE));
        }
        if (Parameters.declares(operation, IF_MATCH)) {
            problems.addAll(List.of(ProblemType.STALE, ProblemType.PRECONDITION_REQUIRED));
        }
        if (idempotent) {
            problems.addAll(List.of(ProblemType.IDEMPOTENCY_IN_FLIGHT, ProblemType.IDEMPOTENCY_MISMATCH));
        }
        problems.add(ProblemType.UNAVAILABLE);
        problems.addAll(declared(operation));
        return problems;
    }

    /**
     * What the operation declares itself: the slugs in its extension {@code x-problems}, separated by commas, and the
     * statuses of 400 and above that it describes. The extension has served its purpose then, and is taken out.
     *
     * @throws IllegalStateException if a slug is none
     */
    private static List<ProblemType> declared(Operation operation) {
        List<ProblemType> declared = new ArrayList<>();
        operation.getResponses().getAPIResponses().keySet().stream()
                .filter(status -> status.matches("[45]\\d\\d"))
                .map(status -> ProblemType.ofStatus(Integer.parseInt(status)))
                .forEach(declared::add);
        Object slugs = operation.getExtensions() == null
                ? null
                : operation.getExtensions().get(EXTENSION);
        if (slugs != null) {
            for (String slug : slugs.toString().split(",")) {
                declared.add(ProblemType.ofSlug(slug.strip())
                        .orElseThrow(() -> new IllegalStateException(
                                operation.getOperationId() + " declares a problem that does not exist: " + slug)));
            }
            operation.removeExtension(EXTENSION);
            // The generator puts a method's extensions on its responses as well.
            var responses = operation.getResponses();
            responses.removeExtension(EXTENSION);
            responses.getAPIResponses().values().forEach(response -> response.removeExtension(EXTENSION));
        }
        return declared;
    }
}
