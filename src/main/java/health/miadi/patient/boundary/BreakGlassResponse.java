package health.miadi.patient.boundary;

import health.miadi.patient.control.EmergencyAccess;
import java.time.Instant;

/**
 * A file that was opened in an emergency.
 *
 * @param expiresAt until when the provider sees the patient by it
 */
public record BreakGlassResponse(PatientResponse patient, Instant expiresAt) {
    static BreakGlassResponse from(EmergencyAccess.Opened opened) {
        return new BreakGlassResponse(
                PatientResponse.from(opened.patient()), opened.opening().expiresAt());
    }

    /** Nothing of the patient. */
    @Override
    public String toString() {
        return "BreakGlassResponse";
    }
}
