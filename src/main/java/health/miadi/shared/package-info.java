/** What every feature builds on: problems, time, HTTP and persistence. No business rules. */
@NullMarked
package health.miadi.shared;

import org.jspecify.annotations.NullMarked;
