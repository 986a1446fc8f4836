package health.miadi.record.boundary;

import health.miadi.record.control.ReadRecord;
import health.miadi.record.entity.MedicalRecord;
import health.miadi.record.entity.RecordText;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The record of one visit, as it stands.
 *
 * @param providerId who attended, and wrote it
 * @param start when the visit began
 * @param version which version of it this is, from 1 on
 * @param readable false in a list where this one cannot be decrypted: then what it says is null, and reading it alone tells why
 * @param diagnosis what the patient has; null only where it is not readable
 * @param treatment what was done
 * @param prescriptions what the patient is to take
 * @param notes what else is to be known
 */
public record RecordResponse(
        UUID id,
        UUID appointmentId,
        UUID patientId,
        UUID providerId,
        Instant start,
        int version,
        boolean readable,
        @Nullable String diagnosis,
        @Nullable String treatment,
        @Nullable String prescriptions,
        @Nullable String notes,
        Instant createdAt,
        Instant updatedAt) {
    static RecordResponse from(ReadRecord read) {
        MedicalRecord record = read.record();
        RecordText text = read.text();
        return new RecordResponse(
                record.id(),
                record.appointmentId(),
                record.patientId(),
                record.providerId(),
                record.visitAt(),
                record.newestVersion(),
                text != null,
                text == null ? null : text.diagnosis(),
                text == null ? null : text.treatment(),
                text == null ? null : text.prescriptions(),
                text == null ? null : text.notes(),
                record.createdAt(),
                record.updatedAt());
    }

    /** The id, and nothing that it says. */
    @Override
    public String toString() {
        return "RecordResponse " + id;
    }
}
