package health.miadi.appointment.control;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who comes to a visit, by name and nothing more. */
public record VisitPatient(
        UUID id, @Nullable String firstName, @Nullable String lastName) {
    /** The id alone. */
    @Override
    public String toString() {
        return "VisitPatient " + id;
    }
}
