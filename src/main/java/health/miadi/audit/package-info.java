/**
 * Who did what, to what, when, from where and with what outcome: a trail that is only ever added to.
 *
 * <p>Owns R-REC-5, and keeps the reason of an override (R-BOOK-4). Uses {@code shared} only, so that every feature can
 * write to it: who acts is told by whoever implements {@link health.miadi.audit.control.CurrentActor}.
 */
@NullMarked
package health.miadi.audit;

import org.jspecify.annotations.NullMarked;
