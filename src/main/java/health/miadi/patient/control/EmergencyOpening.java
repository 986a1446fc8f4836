package health.miadi.patient.control;

import java.time.Instant;
import java.util.UUID;

/**
 * That a provider opened the file of a patient whom they did not see, because they had to (R-AUTH-13).
 *
 * @param reason as the provider gave it
 * @param openedAt when
 * @param expiresAt until when it lets the provider see the patient
 */
public record EmergencyOpening(
        UUID id, UUID patientId, UUID providerId, String reason, Instant openedAt, Instant expiresAt) {
    /** The id alone. */
    @Override
    public String toString() {
        return "EmergencyOpening " + id;
    }
}
