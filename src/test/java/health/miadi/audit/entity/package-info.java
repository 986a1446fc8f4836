/** The tests of {@link health.miadi.audit.entity}. */
@NullMarked
package health.miadi.audit.entity;

import org.jspecify.annotations.NullMarked;
