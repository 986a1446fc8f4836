package health.miadi.patient.boundary;

import health.miadi.patient.control.Identifiers;
import health.miadi.shared.time.PartialDate;
import health.miadi.shared.validation.Patterns;
import health.miadi.shared.validation.Text;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Whose file has to be opened, by two or more of what tells a patient from all others, and why.
 *
 * @param patientNumber as on the patient's card, with or without its letters and zeros
 * @param nationalId as on the patient's papers
 * @param phone with or without its country
 * @param dateOfBirth exactly as the file has it: a day, or the month or year where it has no more
 * @param reason why it cannot wait; it is kept, and the patient reads it
 */
public record BreakGlassRequest(
        @Size(min = 1, max = 40) @Text @Nullable String patientNumber,
        @Size(min = 1, max = 40) @Text @Nullable String nationalId,

        @Pattern(regexp = Patterns.PHONE, message = Patterns.PHONE_MESSAGE) @Size(max = 30) @Nullable
        String phone,

        @Nullable PartialDate dateOfBirth,

        @NotNull @Size(min = 10, max = 500) @Text(lines = true)
        String reason) {
    Identifiers identifiers() {
        return new Identifiers(patientNumber, nationalId, phone, dateOfBirth);
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "BreakGlassRequest";
    }
}
