package health.miadi.record.control;

import health.miadi.record.entity.MedicalRecord;
import health.miadi.record.entity.RecordVersion;
import health.miadi.record.entity.Seal;

/** A record and one of its versions, sealed. */
record StoredRecord(MedicalRecord record, RecordVersion version) {
    static StoredRecord of(Object[] row) {
        return new StoredRecord((MedicalRecord) row[0], (RecordVersion) row[1]);
    }

    Seal seal() {
        return record.seal(version.number());
    }
}
