package health.miadi.shared.problem;

import health.miadi.shared.http.FieldPlaces;
import health.miadi.shared.refusal.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds the members of a problem document (RFC 9457, section 3) in the order in which people read them. */
public final class Problem {
    /** The media type of every error. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private Problem() {}

    /** The document of a refusal that happened at that path. */
    static Map<String, Object> of(Refusal refusal, String instance, FieldPlaces places) {
        List<Map<String, String>> errors = refusal.errors().stream()
                .map(error -> places.named(error.field(), error.message()))
                .toList();
        Map<String, Object> document =
                document(ProblemType.of(refusal.fact()), refusal.getMessage(), instance, refusal.rule(), errors);
        refusal.extensions().forEach(document::putIfAbsent);
        return document;
    }

    /** The document of a problem that has no more to say than its type. */
    public static Map<String, Object> of(ProblemType type, String instance) {
        return document(type, type.advice(), instance, null, List.of());
    }

    private static Map<String, Object> document(
            ProblemType type,
            @Nullable String detail,
            String instance,
            @Nullable String rule,
            List<Map<String, String>> errors) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", type.uri());
        members.put("title", type.title());
        members.put("status", type.status());
        members.put("detail", detail == null ? type.advice() : detail);
        members.put("instance", instance);
        if (rule != null) {
            members.put("rule", rule);
        }
        if (!errors.isEmpty()) {
            members.put("errors", errors);
        }
        return members;
    }
}
