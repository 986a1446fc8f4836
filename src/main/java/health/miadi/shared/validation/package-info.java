/** Constraints that the requests of several features share. */
@NullMarked
package health.miadi.shared.validation;

import org.jspecify.annotations.NullMarked;
