package health.miadi.appointment.control;

import health.miadi.appointment.entity.Placement;
import health.miadi.insurance.control.InsuranceRepository;
import health.miadi.shared.refusal.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An appointment can name a cover of its patient that is valid on its day (R-INS-1). */
@ApplicationScoped
public class CoverPolicy {
    @Inject
    InsuranceRepository covers;

    /**
     * Checks the cover that an appointment names, and keeps it as it is until the transaction ends.
     *
     * @throws Refusal {@code validation} when it is another patient's, has expired by then, or does not exist
     */
    void check(@Nullable UUID insuranceId, UUID patientId, Placement placement) {
        if (insuranceId == null) {
            return;
        }
        LocalDate day = placement.time().start().atZone(placement.zone()).toLocalDate();
        if (covers.lock(insuranceId)
                .filter(cover -> cover.covers(patientId, day))
                .isEmpty()) {
            throw Refusal.invalid("insuranceId", "must be a cover of the patient that is valid on that day");
        }
    }
}
