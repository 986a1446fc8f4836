/**
 * Those who receive care: their data, their numbers, their registration.
 *
 * <p>Owns R-AUTH-5 (anyone may register as a patient), what R-AUTH-4 makes of somebody new, and who sees a patient's
 * file. Uses {@code identity} and {@code shared}. Which providers share an appointment with a patient is read from the
 * appointments' table, the one place where this feature looks at a later one's rows.
 */
@NullMarked
package health.miadi.patient;

import org.jspecify.annotations.NullMarked;
