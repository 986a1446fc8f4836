package health.miadi.shared.persistence;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Lets one node at a time do what a timer does on all of them. The turn is committed before the work begins, so that the
 * other nodes go away instead of waiting; a node that dies at its work leaves it to the next turn.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class TimerTurns {
    @Inject
    TimerTurnRepository turns;

    @Inject
    Clock clock;

    /**
     * Whether this node does the work this time.
     *
     * @param timer its name, the same on every node
     * @param period in which the timer runs once; half of it is what the nodes' clocks may differ by
     */
    public boolean take(String timer, Duration period) {
        Instant now = clock.instant();
        return turns.take(timer, now, now.minus(period.dividedBy(2)));
    }
}
