package health.miadi.privacy.boundary;

import health.miadi.record.control.OwnRecords.Kept;
import health.miadi.record.control.ReadRecord;
import health.miadi.record.entity.MedicalRecord;
import health.miadi.record.entity.RecordText;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A medical record of a patient.
 *
 * @param start when the visit began
 * @param removedAt when it was removed, null while it stands
 * @param versions the earliest first; none of a record that was removed, which is hidden (R-REC-3)
 */
public record ExportedRecord(
        UUID id,
        UUID appointmentId,
        UUID providerId,
        Instant start,
        @Nullable Instant removedAt,
        Instant createdAt,
        Instant updatedAt,
        List<ExportedVersion> versions) {
    static ExportedRecord from(Kept kept) {
        MedicalRecord of = kept.record();
        return new ExportedRecord(
                of.id(),
                of.appointmentId(),
                of.providerId(),
                of.visitAt(),
                of.removedAt(),
                of.createdAt(),
                of.updatedAt(),
                kept.versions().stream().map(ExportedVersion::from).toList());
    }

    /** The id, and nothing that it says. */
    @Override
    public String toString() {
        return "ExportedRecord " + id;
    }

    /**
     * What a record said from one amendment to the next.
     *
     * @param version counts from 1
     * @param readable false where it cannot be decrypted: then what it says is null
     */
    public record ExportedVersion(
            int version,
            Instant writtenAt,
            boolean readable,
            @Nullable String diagnosis,
            @Nullable String treatment,
            @Nullable String prescriptions,
            @Nullable String notes) {
        static ExportedVersion from(ReadRecord read) {
            RecordText text = read.text();
            return new ExportedVersion(
                    read.version().number(),
                    read.version().writtenAt(),
                    text != null,
                    text == null ? null : text.diagnosis(),
                    text == null ? null : text.treatment(),
                    text == null ? null : text.prescriptions(),
                    text == null ? null : text.notes());
        }

        /** The number, and nothing that it says. */
        @Override
        public String toString() {
            return "ExportedVersion " + version;
        }
    }
}
