/**
 * Medical records: what a provider writes of a visit, and who reads it.
 *
 * <p>Owns R-REC-1 to R-REC-4. Uses {@code appointment} (which says who met whom, and when), {@code identity}, {@code audit}
 * and {@code shared}.
 *
 * <p>What a record says leaves this package only in answers to its patient and its provider. It is sealed before it reaches
 * an entity, so that neither the database nor a stack trace ever has it in the clear.
 */
@NullMarked
package health.miadi.record;

import org.jspecify.annotations.NullMarked;
