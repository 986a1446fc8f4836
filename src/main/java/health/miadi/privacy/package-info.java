/**
 * What patients can ask for about their own data: everything that is held about them, and its erasure.
 *
 * <p>It knows every feature below it, so that neither forgets one. What stays after an erasure, and why, is decided in
 * ADR 0024.
 */
@NullMarked
package health.miadi.privacy;

import org.jspecify.annotations.NullMarked;
