/**
 * Nothing that people entrust to the clinic leaves it by a side door: no log, no error, no metric, no {@code toString}.
 * Both tests find the operations and the classes themselves.
 */
@NullMarked
package health.miadi.confidential;

import org.jspecify.annotations.NullMarked;
