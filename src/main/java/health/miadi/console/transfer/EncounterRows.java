package health.miadi.console.transfer;

import health.miadi.console.storage.InvalidAttributeException;
import health.miadi.console.storage.ObjectClass;
import health.miadi.console.storage.StoredObject;
import health.miadi.shared.validation.Cut;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Reads rows about encounters: those of outpatients become appointments that are completed.
 *
 * @param now before which they ended
 */
record EncounterRows(ZoneId zone, Instant now) implements RowReading {
    private static final Set<String> NEEDED = Set.of("patientId", "providerId", "start", "end", "kind");
    private static final Set<String> KNOWN =
            Set.of("patientId", "providerId", "start", "end", "kind", "type", "reason", "diagnosis");
    private static final String RECORDED = "is not taken: what was found is for medical records (R-REC-1)";
    /** The words for visits of people who come and go, in HL7 and in Synthea. */
    private static final Set<String> OUTPATIENT = Set.of("AMB", "AMBULATORY", "OUTPATIENT", "WELLNESS");

    private static final int LONGEST_REASON = 500;

    @Override
    public ObjectClass type() {
        return ObjectClass.APPOINTMENT;
    }

    @Override
    public CsvHead.Columns columns() {
        return new CsvHead.Columns("an encounter", NEEDED, Set.of(), KNOWN);
    }

    @Override
    public Map<String, String> leftOut() {
        return Map.of("reason", RECORDED, "diagnosis", RECORDED);
    }

    @Override
    public ReadRow read(CsvRow row) {
        String kind = row.require("kind");
        if (!OUTPATIENT.contains(kind.toUpperCase(Locale.ROOT))) {
            throw new InvalidAttributeException("kind", "is no outpatient visit");
        }
        Instant start = instant(row, "start");
        Instant end = instant(row, "end");
        if (!end.isAfter(start)) {
            throw new InvalidAttributeException("end", "must be after start");
        }
        if (end.isAfter(now)) {
            throw new InvalidAttributeException("end", "must be past");
        }
        String patient = row.require("patientId");
        String provider = row.require("providerId");
        Map<String, Object> values = new HashMap<>();
        values.put("providerId", SourceIds.of(ObjectClass.PROVIDER, provider));
        values.put("patientId", SourceIds.of(ObjectClass.PATIENT, patient));
        values.put("start", start);
        values.put("end", end);
        values.put("timeZone", zone.getId());
        values.put("status", "completed");
        String type = row.get("type");
        if (!type.isEmpty()) {
            values.put("reason", reason(type));
        }
        UUID id =
                SourceIds.of(ObjectClass.APPOINTMENT, patient, provider, start.toString(), end.toString(), kind, type);
        return new ReadRow(StoredObject.of(ObjectClass.APPOINTMENT, id, 1, values), Set.of(), Map.of());
    }

    private static Object reason(String type) {
        try {
            return ObjectClass.APPOINTMENT
                    .attribute("reason")
                    .orElseThrow()
                    .read(Cut.to(LONGEST_REASON, type).strip());
        } catch (InvalidAttributeException refused) {
            throw new InvalidAttributeException("type", refused.reason());
        }
    }

    private static Instant instant(CsvRow row, String name) {
        try {
            return OffsetDateTime.parse(row.require(name)).toInstant();
        } catch (DateTimeException e) {
            throw new InvalidAttributeException(name, "must be a date and time with an offset");
        }
    }
}
