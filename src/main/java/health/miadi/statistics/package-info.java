/**
 * How the clinic is doing, for those who run it: appointments by day, no-shows, how full calendars are and how long one
 * waits for the next free time.
 *
 * <p>It counts and never names a patient. Days are the provider's (R-TIME-4), working time and free times are the slot
 * engine's (R-AVAIL-2, R-AVAIL-6). What its figures mean is decided in ADR 0032.
 */
@NullMarked
package health.miadi.statistics;

import org.jspecify.annotations.NullMarked;
