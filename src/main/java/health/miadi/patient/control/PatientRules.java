package health.miadi.patient.control;

import health.miadi.patient.entity.BirthDates;
import health.miadi.shared.refusal.Refusal;
import health.miadi.shared.time.PartialDate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** What a patient's data must be, beyond their shape. */
@ApplicationScoped
public class PatientRules {
    @Inject
    Clock clock;

    /**
     * Checks a date of birth (R-PERS-4).
     *
     * @throws Refusal {@code validation} when it is in the future or before 1870
     */
    void checkBirth(@Nullable PartialDate dateOfBirth) {
        if (dateOfBirth == null) {
            return;
        }
        if (BirthDates.isTooEarly(dateOfBirth)) {
            throw Refusal.invalid("dateOfBirth", "must not be before " + BirthDates.EARLIEST);
        }
        if (BirthDates.isAhead(dateOfBirth, clock.instant())) {
            throw Refusal.invalid("dateOfBirth", "must not be in the future");
        }
    }
}
