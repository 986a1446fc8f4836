/**
 * Nodes, a reverse proxy and a database as an operator runs them, under booking load, while each of them fails: run by {@code mvn
 * verify -Pfaults} and by nothing else.
 *
 * <p>Everything is on loopback and of the run's own. What a machine lacks is skipped and said. Figures go to
 * {@code docs/reliability.md}.
 */
@NullMarked
package health.miadi.faults;

import org.jspecify.annotations.NullMarked;
