/** The boundary of {@link health.miadi.privacy}. */
@NullMarked
package health.miadi.privacy.boundary;

import org.jspecify.annotations.NullMarked;
