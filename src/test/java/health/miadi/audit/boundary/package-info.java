/** The tests of {@link health.miadi.audit.boundary}. */
@NullMarked
package health.miadi.audit.boundary;

import org.jspecify.annotations.NullMarked;
