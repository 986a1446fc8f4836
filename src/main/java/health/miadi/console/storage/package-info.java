/**
 * What the console keeps objects in, and what an object is there: one contract, two storages.
 *
 * <p>{@link health.miadi.console.storage.ObjectClass} says in one place which classes there are and which attributes they
 * have; describing, completing, prompting, checking and writing all read it. What one object must be by itself is decided
 * here, before a storage is asked; what it must be beside others (unique values, references, R-AVAIL-1, R-BOOK-1) is the
 * storage's to hold, the same in both.
 */
@NullMarked
package health.miadi.console.storage;

import org.jspecify.annotations.NullMarked;
