/**
 * Errors as the HTTP contract wants them (RFC 9457). Domain code throws a {@link health.miadi.shared.refusal.Refusal};
 * one mapper and one error page turn it, and whatever else goes wrong, into {@code application/problem+json}. The value
 * that was refused is never echoed: it may be somebody's data.
 */
@NullMarked
package health.miadi.shared.problem;

import org.jspecify.annotations.NullMarked;
