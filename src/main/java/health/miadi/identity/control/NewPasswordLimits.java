package health.miadi.identity.control;

import health.miadi.shared.limits.Allowance;
import health.miadi.shared.limits.Allowances;
import health.miadi.shared.metrics.Limit;
import health.miadi.shared.refusal.Refusal;
import health.miadi.shared.settings.Configured;
import health.miadi.shared.settings.Setting;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/**
 * How often passwords are chosen (R-AUTH-12): judging and hashing one is the costliest thing that anybody can ask for, and
 * counts whether the password is taken or not.
 */
@ApplicationScoped
public class NewPasswordLimits {
    private static final String EVERYBODY = "everybody";
    private static final String SETUP = "setup";

    @EJB
    Allowances allowances;

    @Inject
    @Configured(Setting.REGISTRATION_PER_PLACE_HOUR)
    int ofPlace;

    @Inject
    @Configured(Setting.REGISTRATION_PER_HOUR)
    int ofAll;

    @Inject
    @Configured(Setting.PASSWORD_CHOICES_PER_HOUR)
    int ofAccount;

    /**
     * Counts that somebody registers. What one place is refused uses nothing of what all have together.
     *
     * @throws Refusal {@code rate-limited} after too many from that place, or too many in all
     */
    public void requireRegistration(Place place) {
        allowances.take(Allowance.hourly(Limit.REGISTRATION, ofPlace), place.network());
        allowances.take(Allowance.hourly(Limit.REGISTRATION, ofAll), EVERYBODY);
    }

    /**
     * Counts that another password is chosen for that account.
     *
     * @throws Refusal {@code rate-limited} after too many
     */
    void requireChoice(UUID account) {
        allowances.take(Allowance.hourly(Limit.PASSWORD_CHOICE, ofAccount), account.toString());
    }

    /**
     * Counts that somebody with a setup code chooses a password.
     *
     * @throws Refusal {@code rate-limited} after too many
     */
    void requireSetup() {
        allowances.take(Allowance.hourly(Limit.PASSWORD_CHOICE, ofAccount), SETUP);
    }
}
