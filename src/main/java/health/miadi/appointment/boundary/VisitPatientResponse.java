package health.miadi.appointment.boundary;

import health.miadi.appointment.control.VisitPatient;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the patient of a visit is called. */
public record VisitPatientResponse(
        UUID id, @Nullable String firstName, @Nullable String lastName) {
    static VisitPatientResponse from(VisitPatient patient) {
        return new VisitPatientResponse(patient.id(), patient.firstName(), patient.lastName());
    }

    /** The id alone. */
    @Override
    public String toString() {
        return "VisitPatientResponse " + id;
    }
}
