package health.miadi.patient.control;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which patients a list has, all conditions together.
 *
 * @param search what is said of the patient (R-PERS-6); null for all
 * @param ids only these, as far as they exist; empty for all
 */
public record PatientQuery(@Nullable String search, List<UUID> ids) {
    /** Every patient. */
    public static final PatientQuery ALL = new PatientQuery(null, List.of());

    public PatientQuery {
        ids = List.copyOf(ids);
    }

    /** Nothing of whom somebody looks for. */
    @Override
    public String toString() {
        return "PatientQuery";
    }
}
