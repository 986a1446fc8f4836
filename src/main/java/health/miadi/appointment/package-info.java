/**
 * Booking, and the life of an appointment afterwards.
 *
 * <p>Owns R-BOOK-0 to R-BOOK-12. Uses {@code availability} (which decides about times),
 * {@code insurance}, {@code provider}, {@code patient}, {@code identity} and {@code shared}.
 *
 * <p>Every change takes its locks in one order: providers, then the patient, then the appointment or
 * the hold (R-BOOK-2). A trigger
 * of the database writes the history.
 */
@NullMarked
package health.miadi.appointment;

import org.jspecify.annotations.NullMarked;
