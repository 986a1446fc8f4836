/**
 * Measurements of warmed code, run by {@code mvn verify -Pbench} and by nothing else.
 *
 * <p>What is compared is measured in the same run, turn by turn, so that a busy machine slows down both sides. Figures go
 * to {@code target/bench}.
 */
@NullMarked
package health.miadi.bench;

import org.jspecify.annotations.NullMarked;
