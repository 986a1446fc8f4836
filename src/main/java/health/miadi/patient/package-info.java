/**
 * Those who receive care: their data, their numbers, their registration.
 *
 * <p>Owns R-AUTH-5 (anyone may register as a patient), what R-AUTH-4 makes of somebody new, and R-AUTH-13: which
 * providers see a patient, in an emergency too. Uses {@code identity} and {@code shared}. Which visits a patient has is read from the
 * appointments' table, in the database's function {@code patients_seen_by}: the one place where this feature looks at a later one's rows.
 */
@NullMarked
package health.miadi.patient;

import org.jspecify.annotations.NullMarked;
