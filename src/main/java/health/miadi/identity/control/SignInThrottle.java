package health.miadi.identity.control;

import health.miadi.identity.control.Standing.Failures;
import health.miadi.shared.metrics.Limit;
import health.miadi.shared.metrics.Metrics;
import health.miadi.shared.refusal.CommonFact;
import health.miadi.shared.refusal.Refusal;
import health.miadi.shared.settings.Configured;
import health.miadi.shared.settings.Setting;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Slows down guessing (R-AUTH-6), on all nodes together.
 *
 * <p>An attempt is counted as a failure before it is checked, and taken back when it turns out right: however many come at
 * once, no more than the limit are checked. What counts against what, and what an attacker can still do, is in ADR 0015.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SignInThrottle {
    /** So many failures of one place count against a name everywhere: no single place can slow a name for the others. */
    private static final int OF_ONE_PLACE = 2;

    /** So many times as many failures of a place are free where the account is familiar: many people share that place. */
    private static final int FAMILIAR_TIMES = 5;

    @Inject
    SignInFailureRepository failures;

    @Inject
    Clock clock;

    @Inject
    @Configured(Setting.SIGN_IN_FAILURES)
    int limit;

    @Inject
    @Configured(Setting.SIGN_IN_WINDOW_MINUTES)
    int windowMinutes;

    @Inject
    @Configured(Setting.SIGN_IN_FIRST_DELAY_SECONDS)
    int firstDelaySeconds;

    @Inject
    @Configured(Setting.SIGN_IN_LONGEST_DELAY_SECONDS)
    int longestDelaySeconds;

    @Inject
    @Configured(Setting.SIGN_IN_LONGEST_ACCOUNT_DELAY_SECONDS)
    int longestAccountDelaySeconds;

    @Inject
    @Configured(Setting.SIGN_IN_FAMILIAR_DAYS)
    int familiarDays;

    /**
     * Checks that the next attempt need not wait, before any work is done for it.
     *
     * @throws Refusal {@code rate-limited} when it must
     */
    public void requireOpen(Attempt attempt) {
        Instant now = clock.instant();
        requireNoWait(failures.read(attempt, windowStart(now), familiarStart(now)), now);
    }

    /**
     * Checks it again and counts the attempt, in one step.
     *
     * @return when it was counted
     * @throws Refusal {@code rate-limited} when it must wait; it is not counted then
     */
    public Instant count(Attempt attempt) {
        Instant now = clock.instant();
        Standing standing = failures.lock(attempt, windowStart(now), familiarStart(now), now);
        requireNoWait(standing, now);
        failures.add(attempt, standing.pair().count() < OF_ONE_PLACE, now);
        return now;
    }

    /** Takes back what was counted: the attempt was right, and the place is familiar from now on. */
    public void succeeded(Attempt attempt, Instant counted) {
        failures.forgive(attempt, counted);
        failures.makeFamiliar(attempt.pair(), clock.instant());
    }

    /** Takes back what was counted, of an attempt that was right. */
    public void takeBack(Attempt attempt, Instant counted) {
        failures.forgive(attempt, counted);
    }

    /** Notes that somebody proved another way whose account it is: its failures are forgotten, the place is familiar. */
    public void provedOtherwise(Attempt attempt) {
        succeeded(attempt, clock.instant());
    }

    /** Forgets what counts no more. */
    public void sweep() {
        Instant now = clock.instant();
        failures.sweep(windowStart(now), familiarStart(now));
    }

    private void requireNoWait(Standing standing, Instant now) {
        Duration wait = wait(standing.pair(), limit, longestDelaySeconds, now);
        if (standing.familiar()) {
            int most = Math.min(limit * FAMILIAR_TIMES, SignInFailureRepository.MOST_KEPT);
            wait = longer(wait, wait(standing.place(), most, longestAccountDelaySeconds, now));
        } else {
            wait = longer(wait, wait(standing.place(), limit, longestDelaySeconds, now));
            wait = longer(wait, wait(standing.name(), limit, longestAccountDelaySeconds, now));
        }
        if (!wait.isZero()) {
            Metrics.reached(Limit.ATTEMPTS);
            throw Refusal.of(
                            CommonFact.RATE_LIMITED,
                            "R-AUTH-6",
                            "There were too many attempts that failed. Wait before the next one.")
                    .retryAfter(wait);
        }
    }

    private Duration wait(Failures of, int free, int longestSeconds, Instant now) {
        Slowness slowness = new Slowness(
                free,
                Duration.ofSeconds(firstDelaySeconds),
                Duration.ofSeconds(Math.min(longestSeconds, windowMinutes * 60L)));
        return slowness.wait(of.count(), of.last(), now);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    private Instant windowStart(Instant now) {
        return now.minus(Duration.ofMinutes(windowMinutes));
    }

    private Instant familiarStart(Instant now) {
        return now.minus(Duration.ofDays(familiarDays));
    }
}
