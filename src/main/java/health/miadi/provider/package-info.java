/**
 * Those who give care: their cadre, specialization and time zone, and whether they take appointments (R-BOOK-5).
 *
 * <p>Uses {@code identity} and {@code shared}.
 */
@NullMarked
package health.miadi.provider;

import org.jspecify.annotations.NullMarked;
