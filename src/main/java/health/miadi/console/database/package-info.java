/**
 * Objects in the clinic's PostgreSQL: changed by the application's use cases, read by one query a class.
 *
 * <p>Every change leaves its audit entry, in the same transaction, by the name of the operating system's user (R-REC-5). What
 * medical records say is written here and never read (R-REC-2).
 */
@NullMarked
package health.miadi.console.database;

import org.jspecify.annotations.NullMarked;
