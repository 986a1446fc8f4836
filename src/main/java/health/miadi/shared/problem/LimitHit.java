package health.miadi.shared.problem;

/**
 * Somebody asked more often, or for more, than is allowed, and is told so. It is fired on the thread of the request, also where the
 * answer is held back for a while.
 *
 * @param type of the refusal
 * @param method of the request
 * @param path below the API's base path
 */
public record LimitHit(ProblemType type, String method, String path) {
    /** Whether a refusal of that type is one by a limit. */
    static boolean is(ProblemType type) {
        return type == ProblemType.RATE_LIMITED || type == ProblemType.HOLD_LIMIT || type == ProblemType.VISIT_LIMIT;
    }

    /** The type alone. */
    @Override
    public String toString() {
        return "LimitHit " + type.slug();
    }
}
