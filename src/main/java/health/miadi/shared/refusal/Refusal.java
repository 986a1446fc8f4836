package health.miadi.shared.refusal;

import jakarta.ejb.ApplicationException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A named "no": what was asked was understood and a rule refuses it. Rolls the transaction back, so that nothing of a
 * refused request stays.
 */
@ApplicationException(rollback = true)
public class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Fact fact;
    private final @Nullable String rule;
    private final transient List<FieldError> errors;
    private final transient Map<String, Object> extensions = new LinkedHashMap<>();
    private long retryAfterSeconds = 1;

    private Refusal(Fact fact, @Nullable String rule, String detail, List<FieldError> errors) {
        super(detail, null, false, false);
        this.fact = fact;
        this.rule = rule;
        this.errors = List.copyOf(errors);
    }

    /** A refusal by the rule with that id (R-BOOK-12), with a sentence for the person who reads it. */
    public static Refusal of(Fact fact, String rule, String detail) {
        return new Refusal(fact, rule, detail, List.of());
    }

    /** A refusal by no numbered rule. */
    public static Refusal of(Fact fact, String detail) {
        return new Refusal(fact, null, detail, List.of());
    }

    /** A refusal by a rule that names the fields at fault. */
    public static Refusal of(Fact fact, @Nullable String rule, String detail, List<FieldError> errors) {
        return new Refusal(fact, rule, detail, errors);
    }

    /** {@code validation}: the named fields are wrong. */
    public static Refusal invalid(List<FieldError> errors) {
        return new Refusal(CommonFact.VALIDATION, null, "The request has values that cannot be accepted.", errors);
    }

    /** {@code validation}: that one field is wrong. */
    public static Refusal invalid(String field, String message) {
        return invalid(List.of(new FieldError(field, message)));
    }

    /** {@code not-found}: there is no such thing within the caller's sight (R-AUTH-8). */
    public static Refusal notFound() {
        return new Refusal(CommonFact.NOT_FOUND, null, "There is nothing here that you may see.", List.of());
    }

    /** {@code forbidden}: the caller's role never has this action (R-AUTH-8). */
    public static Refusal forbidden(String detail) {
        return new Refusal(CommonFact.FORBIDDEN, "R-AUTH-8", detail, List.of());
    }

    /** Adds a member to the problem document, for example the next offered starts. */
    public Refusal with(String member, Object value) {
        extensions.put(member, value);
        return this;
    }

    /** Says for how long it is no use to come again: rounded up to seconds, one at least. */
    public Refusal retryAfter(Duration wait) {
        retryAfterSeconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return this;
    }

    /** The value of {@code Retry-After}, in seconds, where the type has that header. */
    public long retryAfterSeconds() {
        return retryAfterSeconds;
    }

    /** What the rule found. */
    public Fact fact() {
        return fact;
    }

    /** The id of the rule that refuses, if it is a numbered one. */
    public @Nullable String rule() {
        return rule;
    }

    public List<FieldError> errors() {
        return errors;
    }

    public Map<String, Object> extensions() {
        return extensions;
    }
}
