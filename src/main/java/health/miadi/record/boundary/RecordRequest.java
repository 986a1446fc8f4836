package health.miadi.record.boundary;

import health.miadi.record.entity.RecordText;
import health.miadi.shared.validation.Text;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a provider writes of a visit (R-REC-1).
 *
 * @param diagnosis what the patient has; not blank
 * @param treatment what was done
 * @param prescriptions what the patient is to take
 * @param notes what else is to be known
 */
public record RecordRequest(
        @NotNull @Size(min = 1, max = LONGEST) @Text(lines = true)
        String diagnosis,

        @Size(min = 1, max = LONGEST) @Text(lines = true) @Nullable
        String treatment,

        @Size(min = 1, max = LONGEST) @Text(lines = true) @Nullable
        String prescriptions,

        @Size(min = 1, max = LONGEST) @Text(lines = true) @Nullable
        String notes) {
    /** How many characters each part may have. */
    static final int LONGEST = 5_000;

    RecordText text() {
        return new RecordText(diagnosis, treatment, prescriptions, notes);
    }

    /** Nothing that it says. */
    @Override
    public String toString() {
        return "RecordRequest";
    }
}
