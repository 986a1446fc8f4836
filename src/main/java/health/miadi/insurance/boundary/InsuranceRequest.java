package health.miadi.insurance.boundary;

import health.miadi.insurance.entity.Policy;
import health.miadi.shared.validation.Text;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * A cover as a client gives it.
 *
 * @param insurer the insurer's name
 * @param policyNumber unique among those that are confirmed, whatever its case and spaces; plain ASCII, so that no two look alike
 * @param expiryDate the last day on which it is valid
 */
public record InsuranceRequest(
        @NotNull @Size(min = 1, max = 120) @Text String insurer,

        @NotNull @Pattern(regexp = POLICY_NUMBER, message = POLICY_NUMBER_MESSAGE) @Size(min = 1, max = 60)
        String policyNumber,

        @NotNull LocalDate expiryDate) {
    static final String POLICY_NUMBER = "[!-~](?:[ -~]*[!-~])?";

    static final String POLICY_NUMBER_MESSAGE = "must be printable ASCII characters, without a space first or last";

    Policy policy() {
        return new Policy(insurer, policyNumber, expiryDate);
    }

    /** Says nothing of the patient. */
    @Override
    public String toString() {
        return "InsuranceRequest";
    }
}
