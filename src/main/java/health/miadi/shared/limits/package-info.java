/** How often something may be done within a time, counted in the database and so by all nodes together (R-AUTH-12). */
@NullMarked
package health.miadi.shared.limits;

import org.jspecify.annotations.NullMarked;
