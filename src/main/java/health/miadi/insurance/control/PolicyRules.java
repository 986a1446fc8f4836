package health.miadi.insurance.control;

import health.miadi.insurance.entity.Policy;
import health.miadi.shared.refusal.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * When a cover is past (R-INS-1). A cover has no zone: an appointment asks for its own day, in its provider's zone
 * (R-TIME-4). Apart from an appointment a day is past once it is over everywhere, so that a cover is never called expired
 * while some provider could still be booked on it.
 */
@ApplicationScoped
public class PolicyRules {
    /** Where a day ends last. */
    private static final ZoneOffset LAST_TO_SEE_A_DAY = ZoneOffset.ofHours(-12);

    @Inject
    Clock clock;

    /** The day that counts as today. */
    public LocalDate today() {
        return today(clock);
    }

    /** The same by that clock, for whoever keeps covers elsewhere than in the database. */
    public static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), LAST_TO_SEE_A_DAY);
    }

    /**
     * Checks an expiry date.
     *
     * @param former what was known of the policy before: an expiry that stays as it was may be past, so that the rest of an
     *     expired cover can be corrected. Null for a new cover
     * @throws Refusal {@code validation} when it is past
     */
    void checkExpiry(Policy policy, @Nullable Policy former) {
        boolean stays = former != null && former.expiryDate().equals(policy.expiryDate());
        if (!stays && policy.expiryDate().isBefore(today())) {
            throw Refusal.invalid("expiryDate", "must not be in the past");
        }
    }
}
