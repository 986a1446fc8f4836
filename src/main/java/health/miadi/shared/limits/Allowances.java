package health.miadi.shared.limits;

import health.miadi.shared.metrics.Metrics;
import health.miadi.shared.refusal.CommonFact;
import health.miadi.shared.refusal.Refusal;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** Lets people do things as often as they may, on all nodes together (R-AUTH-12). */
@Stateless
public class Allowances {
    @Inject
    AllowanceRepository allowances;

    @Inject
    Clock clock;

    /**
     * Counts that something is tried, whatever becomes of it.
     *
     * @param who by whom, or from where; the same for everybody where all of them share it
     * @throws Refusal {@code rate-limited} when it was done as often as it may be
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void take(Allowance allowance, String who) {
        use(allowance, who);
    }

    /**
     * Counts that something is done in the transaction of this moment; what is rolled back was not done.
     *
     * @throws Refusal {@code rate-limited} when it was done as often as it may be
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void takeWithin(Allowance allowance, String who) {
        use(allowance, who);
    }

    /** Forgets what has come back. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void sweep() {
        allowances.sweep(clock.instant());
    }

    private void use(Allowance allowance, String who) {
        Instant now = clock.instant();
        if (!allowances.take(allowance, who, now)) {
            Metrics.reached(allowance.limit());
            throw Refusal.of(
                            CommonFact.RATE_LIMITED,
                            "R-AUTH-12",
                            "This was done too often in a short time. Wait before the next time.")
                    .retryAfter(allowance.wait(allowances.usedUntil(allowance, who), now));
        }
    }
}
