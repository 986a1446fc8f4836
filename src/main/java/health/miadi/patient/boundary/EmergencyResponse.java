package health.miadi.patient.boundary;

import health.miadi.patient.control.EmergencyOpening;
import java.time.Instant;
import java.util.UUID;

/**
 * That a provider opened a patient's file in an emergency.
 *
 * @param reason as the provider gave it
 * @param expiresAt until when the provider sees the patient by it
 */
public record EmergencyResponse(UUID id, UUID providerId, String reason, Instant openedAt, Instant expiresAt) {
    static EmergencyResponse from(EmergencyOpening opening) {
        return new EmergencyResponse(
                opening.id(), opening.providerId(), opening.reason(), opening.openedAt(), opening.expiresAt());
    }

    /** The id, and nothing of the reason. */
    @Override
    public String toString() {
        return "EmergencyResponse " + id;
    }
}
