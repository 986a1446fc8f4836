package health.miadi.console.transfer;

import health.miadi.console.storage.InvalidAttributeException;
import health.miadi.console.storage.ObjectClass;
import health.miadi.console.storage.Storage;
import health.miadi.console.storage.StoredObject;
import health.miadi.shared.validation.Cut;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Takes a clinic from CSV: {@code providers.csv}, {@code patients.csv} and {@code encounters.csv} of one directory, those that
 * are there. Outpatient encounters become past appointments, completed; none of them overlaps another.
 */
final class CsvImport {
    private static final Set<String> PERSON = Set.of("id", "firstName", "lastName");
    private static final Set<String> ENCOUNTER = Set.of("patientId", "providerId", "start", "end", "kind");
    /** The words for visits of people who come and go, in HL7 and in Synthea. */
    private static final Set<String> OUTPATIENT = Set.of("AMB", "AMBULATORY", "OUTPATIENT", "WELLNESS");

    private static final int LONGEST_REASON = 500;

    private final Storage storage;
    private final ZoneId zone;
    private final Instant now;
    private final Rejects rejects;
    private final Progress progress;
    private final TransferReport report = new TransferReport();

    /**
     * @param zone of the providers, whom the file gives none
     * @param now before which a past appointment ended
     */
    CsvImport(Storage storage, ZoneId zone, Instant now, Rejects rejects, Progress progress) {
        this.storage = storage;
        this.zone = zone;
        this.now = now;
        this.rejects = rejects;
        this.progress = progress;
    }

    /** A file, and how its rows are read. */
    private record Part(CsvFile file, ObjectClass type, Set<String> needed, long rows) {}

    /**
     * Takes what is there.
     *
     * @throws TransferException when there is none of the files, or one of them is damaged: then nothing was taken
     */
    TransferReport take(Path directory) {
        List<Part> parts = new ArrayList<>();
        add(parts, directory.resolve("providers.csv"), ObjectClass.PROVIDER, PERSON);
        add(parts, directory.resolve("patients.csv"), ObjectClass.PATIENT, PERSON);
        add(parts, directory.resolve("encounters.csv"), ObjectClass.APPOINTMENT, ENCOUNTER);
        if (parts.isEmpty()) {
            throw new TransferException(directory + ": has none of providers.csv, patients.csv and encounters.csv");
        }
        parts.forEach(this::take);
        return report;
    }

    private static void add(List<Part> parts, Path path, ObjectClass type, Set<String> needed) {
        if (Files.exists(path)) {
            CsvFile file = new CsvFile(path);
            parts.add(new Part(file, type, needed, file.check(needed)));
        }
    }

    private void take(Part part) {
        try (Progress.Task task = progress.begin(part.file().name(), part.rows())) {
            var batches = new BatchTaking(
                    storage,
                    part.type(),
                    part.file().name(),
                    part.type() == ObjectClass.APPOINTMENT,
                    rejects,
                    report,
                    task);
            part.file().read((row, number) -> take(part, row, number, batches));
            batches.flush();
        }
    }

    private void take(Part part, Map<String, String> row, long number, BatchTaking batches) {
        try {
            batches.add(object(part.type(), row), number);
            if (part.type() == ObjectClass.PATIENT
                    && !row.getOrDefault("insurers", "").isEmpty()) {
                rejects.add(part.file().name(), number, "insurers: no policy number, so no cover was made");
            }
        } catch (InvalidAttributeException refused) {
            batches.refuse(number, refused.line());
        }
    }

    private StoredObject object(ObjectClass type, Map<String, String> row) {
        return switch (type) {
            case PROVIDER -> provider(row);
            case PATIENT -> person(ObjectClass.PATIENT, row, Map.of());
            default -> appointment(row);
        };
    }

    private StoredObject provider(Map<String, String> row) {
        return person(ObjectClass.PROVIDER, row, Map.of("cadre", "doctor", "timeZone", zone.getId()));
    }

    /** Every column that is an attribute, with what the file may leave out. */
    private static StoredObject person(ObjectClass type, Map<String, String> row, Map<String, String> otherwise) {
        Map<String, Object> given = new HashMap<>(otherwise);
        row.forEach((name, value) -> {
            boolean isAttribute = type.attribute(name).filter(a -> a.isGiven()).isPresent();
            if (isAttribute && !value.isEmpty()) {
                given.put(name, value);
            }
        });
        return StoredObject.of(type, SourceIds.of(type, text(row, "id")), 1, type.read(given));
    }

    private StoredObject appointment(Map<String, String> row) {
        String kind = text(row, "kind");
        if (!OUTPATIENT.contains(kind.toUpperCase(java.util.Locale.ROOT))) {
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
        String patient = text(row, "patientId");
        String provider = text(row, "providerId");
        Map<String, Object> values = new HashMap<>();
        values.put("providerId", SourceIds.of(ObjectClass.PROVIDER, provider));
        values.put("patientId", SourceIds.of(ObjectClass.PATIENT, patient));
        values.put("start", start);
        values.put("end", end);
        values.put("timeZone", zone.getId());
        values.put("status", "completed");
        String reason = row.getOrDefault("type", "").strip();
        if (!reason.isEmpty()) {
            values.put("reason", Cut.to(LONGEST_REASON, reason).strip());
        }
        UUID id = SourceIds.of(
                ObjectClass.APPOINTMENT,
                patient,
                provider,
                start.toString(),
                end.toString(),
                kind,
                row.getOrDefault("type", ""));
        return StoredObject.of(ObjectClass.APPOINTMENT, id, 1, ObjectClass.APPOINTMENT.readValues(values));
    }

    private static Instant instant(Map<String, String> row, String name) {
        try {
            return OffsetDateTime.parse(text(row, name)).toInstant();
        } catch (DateTimeParseException e) {
            throw new InvalidAttributeException(name, "must be a date and time with an offset");
        }
    }

    private static String text(Map<String, String> row, String name) {
        String value = row.getOrDefault(name, "").strip();
        if (value.isEmpty()) {
            throw new InvalidAttributeException(name, "is required");
        }
        return value;
    }
}
