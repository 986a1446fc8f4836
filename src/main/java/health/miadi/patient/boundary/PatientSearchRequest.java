package health.miadi.patient.boundary;

import health.miadi.shared.validation.AsGiven;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Who is looked for.
 *
 * @param search what is known of the patient, as one says it: of the name, an e-mail address, a phone number, a national id, the
 *     patient number, the birth
 * @param limit how many a page has, 50 when nobody says
 * @param cursor where to go on, as the page before said
 */
public record PatientSearchRequest(
        @Size(max = 100) @AsGiven @Nullable String search,
        @Min(1) @Max(200) @Nullable Integer limit,
        @Size(max = 1000) @AsGiven @Nullable String cursor) {
    /** Says nothing of the person, who is in no address either (R-AUTH-21). */
    @Override
    public String toString() {
        return "PatientSearchRequest";
    }
}
