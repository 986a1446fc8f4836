package health.miadi.record.control;

import health.miadi.record.entity.MedicalRecord;
import health.miadi.record.entity.RecordText;
import health.miadi.record.entity.RecordVersion;
import org.jspecify.annotations.Nullable;

/**
 * A record and what one of its versions says.
 *
 * @param text null when it cannot be opened, in lists only: the others can be read all the same
 */
public record ReadRecord(
        MedicalRecord record,
        RecordVersion version,
        @Nullable RecordText text) {
    static ReadRecord of(StoredRecord stored, @Nullable RecordText text) {
        return new ReadRecord(stored.record(), stored.version(), text);
    }

    /** The id, and nothing that it says. */
    @Override
    public String toString() {
        return "ReadRecord " + record.id();
    }
}
