/** How a rule says no: with a fact, and with the names of the fields at fault. What HTTP makes of it, {@code shared.problem} knows. */
@NullMarked
package health.miadi.shared.refusal;

import org.jspecify.annotations.NullMarked;
