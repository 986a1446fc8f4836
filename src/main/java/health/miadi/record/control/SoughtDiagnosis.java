package health.miadi.record.control;

import health.miadi.record.entity.Seal;
import java.time.Instant;
import java.util.UUID;

/**
 * What a search looks at: where a record stands in the list, and its sealed diagnosis.
 *
 * @param visitAt with the record's id, the sort key of the list
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never printed
record SoughtDiagnosis(Instant visitAt, Seal seal, byte[] diagnosis) {
    UUID id() {
        return seal.recordId();
    }

    @Override
    public String toString() {
        return "SoughtDiagnosis " + id();
    }
}
