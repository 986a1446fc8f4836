package health.miadi.availability.control;

import health.miadi.availability.entity.MovingVisit;
import health.miadi.identity.entity.Caller;
import health.miadi.patient.control.PatientRegistry;
import health.miadi.shared.refusal.FieldError;
import health.miadi.shared.refusal.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes out for whom and for what somebody asks for times, and whether they may know (R-AVAIL-6, R-AUTH-8). */
@ApplicationScoped
public class SlotWishes {
    @Inject
    PatientRegistry patients;

    @Inject
    @Any
    Instance<MovingVisits> visits;

    /**
     * What is asked for, in the words of a query.
     *
     * @param patientId for whom; a patient: always for oneself
     * @param appointmentId the appointment that is to be moved, or null: a new one
     * @param typeId of what type, or null: of the moved appointment's
     * @param durationMinutes how long, or null
     */
    public record Asked(
            @Nullable UUID patientId,
            @Nullable UUID appointmentId,
            @Nullable UUID typeId,
            @Nullable Integer durationMinutes) {
        /** Says nothing of the patient. */
        @Override
        public String toString() {
            return "Asked";
        }
    }

    /**
     * The wish of that caller. Whether a patient exists whom an admin names, the calendars say.
     *
     * @throws Refusal {@code not-found} when patient or appointment is outside the caller's sight; {@code validation} when
     *     what is asked for is not what the appointment is
     */
    SlotWish of(Caller caller, Asked asked) {
        UUID appointment = asked.appointmentId();
        if (appointment != null) {
            return toMove(caller, asked, visits.get().get(caller, appointment));
        }
        return new SlotWish(
                patientFor(caller, asked.patientId()),
                asked.typeId(),
                asked.durationMinutes(),
                null,
                caller.isPatient());
    }

    private @Nullable UUID patientFor(Caller caller, @Nullable UUID named) {
        if (caller.isPatient()) {
            if (named != null && !caller.is(named)) {
                throw Refusal.notFound();
            }
            return caller.personId();
        }
        if (named != null && !caller.isAdmin()) {
            patients.seen(caller, named);
        }
        return named;
    }

    private static SlotWish toMove(Caller caller, Asked asked, MovingVisit moving) {
        var faults = new ArrayList<FieldError>();
        if (asked.patientId() != null && !asked.patientId().equals(moving.patientId())) {
            faults.add(new FieldError("patientId", "must be left out, or be the patient of the appointment"));
        }
        if (asked.typeId() != null && !Objects.equals(asked.typeId(), moving.typeId())) {
            faults.add(new FieldError("appointmentTypeId", "must be left out, or be the type of the appointment"));
        }
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        return SlotWish.toMove(moving, asked.durationMinutes(), caller.isPatient());
    }
}
