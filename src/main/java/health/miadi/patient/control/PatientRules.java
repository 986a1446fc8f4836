package health.miadi.patient.control;

import health.miadi.shared.problem.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** What a patient's data must be, beyond their shape. */
@ApplicationScoped
public class PatientRules {
    private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1870, 1, 1);
    /** Somewhere it is already tomorrow: the day there is not the future. */
    private static final ZoneOffset FIRST_TO_SEE_A_DAY = ZoneOffset.ofHours(14);

    @Inject
    Clock clock;

    /**
     * Checks a date of birth.
     *
     * @throws Refusal {@code validation} when it is in the future or before 1870
     */
    void checkBirth(@Nullable LocalDate dateOfBirth) {
        if (dateOfBirth == null) {
            return;
        }
        if (dateOfBirth.isBefore(EARLIEST_BIRTH)) {
            throw Refusal.invalid("/dateOfBirth", "must not be before " + EARLIEST_BIRTH);
        }
        if (dateOfBirth.isAfter(LocalDate.ofInstant(clock.instant(), FIRST_TO_SEE_A_DAY))) {
            throw Refusal.invalid("/dateOfBirth", "must not be in the future");
        }
    }
}
