package health.miadi.insurance.entity;

import java.time.LocalDate;

/**
 * What an insurer and a patient agreed on.
 *
 * @param number the insurer's number for it; unique among those that are confirmed, whatever its case and spaces
 * @param expiryDate the last day on which it is valid
 */
public record Policy(String insurer, String number, LocalDate expiryDate) {
    /** Says nothing of the patient. */
    @Override
    public String toString() {
        return "Policy";
    }
}
