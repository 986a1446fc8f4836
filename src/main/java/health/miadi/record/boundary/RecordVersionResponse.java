package health.miadi.record.boundary;

import health.miadi.record.control.ReadRecord;
import health.miadi.record.entity.RecordText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a record said from one amendment to the next.
 *
 * @param version counts from 1
 * @param writtenAt when its author wrote it
 * @param readable false where it cannot be decrypted: then what it says is null
 * @param diagnosis what the patient has; null only where it is not readable
 * @param treatment what was done
 * @param prescriptions what the patient is to take
 * @param notes what else is to be known
 */
public record RecordVersionResponse(
        int version,
        Instant writtenAt,
        boolean readable,
        @Nullable String diagnosis,
        @Nullable String treatment,
        @Nullable String prescriptions,
        @Nullable String notes) {
    static RecordVersionResponse from(ReadRecord read) {
        RecordText text = read.text();
        return new RecordVersionResponse(
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
        return "RecordVersionResponse " + version;
    }
}
