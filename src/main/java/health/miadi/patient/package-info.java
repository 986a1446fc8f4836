/**
 * Those who receive care: their data, their numbers, their registration.
 *
 * <p>Owns R-PERS-2 (what patients say of themselves is a claim until somebody confirms it), R-AUTH-5 (anyone may register as a patient), what
 * R-AUTH-4 makes of somebody new, and R-AUTH-13: which providers see a patient, in an emergency too. Uses {@code identity} and
 * {@code shared}. Which visits a patient has is read from the appointments' table, in the database's function {@code patients_seen_by},
 * and which policy numbers clash from that of the covers: the places where this feature looks at later ones' rows.
 */
@NullMarked
package health.miadi.patient;

import org.jspecify.annotations.NullMarked;
