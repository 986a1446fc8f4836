/** The boundary of {@link health.miadi.identity}. */
@NullMarked
package health.miadi.identity.boundary;

import org.jspecify.annotations.NullMarked;
