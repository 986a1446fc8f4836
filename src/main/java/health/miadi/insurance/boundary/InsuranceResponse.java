package health.miadi.insurance.boundary;

import health.miadi.insurance.entity.InsuranceCover;
import health.miadi.insurance.entity.Policy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A patient's insurance cover.
 *
 * @param patientId whose it is
 * @param policyNumberConfirmed whether the clinic has seen what proves the number; otherwise the patient claims it
 * @param expiryDate the last day on which it is valid
 * @param valid whether that day is not over yet everywhere. Whether an appointment can name the cover depends on the
 *     appointment's day, in its provider's zone
 */
public record InsuranceResponse(
        UUID id,
        UUID patientId,
        String insurer,
        String policyNumber,
        boolean policyNumberConfirmed,
        LocalDate expiryDate,
        boolean valid,
        Instant createdAt,
        Instant updatedAt) {
    static InsuranceResponse from(InsuranceCover cover, LocalDate today) {
        Policy policy = cover.policy();
        return new InsuranceResponse(
                cover.id(),
                cover.patientId(),
                policy.insurer(),
                policy.number(),
                cover.isConfirmed(),
                policy.expiryDate(),
                cover.isValidOn(today),
                cover.createdAt(),
                cover.updatedAt());
    }

    /** The id, and nothing of the patient. */
    @Override
    public String toString() {
        return "InsuranceResponse " + id;
    }
}
