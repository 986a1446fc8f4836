/** The boundary of {@link health.miadi.provider}. */
@NullMarked
package health.miadi.provider.boundary;

import org.jspecify.annotations.NullMarked;
