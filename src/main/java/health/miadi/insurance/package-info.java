/**
 * Covers of patients (R-INS-1): here only what an appointment needs to name one. Uses {@code patient},
 * {@code identity} and {@code shared}.
 */
@NullMarked
package health.miadi.insurance;

import org.jspecify.annotations.NullMarked;
