/** Repeating a creation safely (R-BOOK-6): the first answer to a keyed request is kept for a day and given again. */
@NullMarked
package health.miadi.shared.idempotency;

import org.jspecify.annotations.NullMarked;
