package health.miadi.console.transfer;

import health.miadi.console.storage.InvalidAttributeException;
import health.miadi.console.storage.ObjectClass;
import health.miadi.console.storage.Storage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Takes a clinic from CSV: {@code providers.csv}, {@code patients.csv} and {@code encounters.csv} of one directory, those that
 * are there (R-DATA-2). People who are known get what their row says; outpatient encounters become past appointments, completed.
 */
final class CsvImport {
    private final Storage storage;
    private final ImportSettings settings;
    private final Instant now;
    private final Rejects rejects;
    private final Progress progress;
    private final TransferReport report = new TransferReport();

    /**
     * @param now before which a past appointment ended
     */
    CsvImport(Storage storage, ImportSettings settings, Instant now, Rejects rejects, Progress progress) {
        this.storage = storage;
        this.settings = settings;
        this.now = now;
        this.rejects = rejects;
        this.progress = progress;
    }

    /** A file, and how its rows are read. */
    private record Part(CsvFile file, RowReading reading, CsvFile.Checked checked) {}

    /**
     * Takes what is there.
     *
     * @throws TransferException when there is none of the files, or one of them is damaged: then nothing was taken
     */
    TransferReport take(Path directory) {
        List<Part> parts = new ArrayList<>();
        Map<String, String> ofProviders =
                Map.of("cadre", "doctor", "timeZone", settings.zone().getId());
        add(
                parts,
                directory.resolve("providers.csv"),
                new PersonRows(ObjectClass.PROVIDER, ofProviders, settings.dates()));
        add(parts, directory.resolve("patients.csv"), new PersonRows(ObjectClass.PATIENT, Map.of(), settings.dates()));
        add(parts, directory.resolve("encounters.csv"), new EncounterRows(settings.zone(), now));
        if (parts.isEmpty()) {
            throw new TransferException(directory + ": has none of providers.csv, patients.csv and encounters.csv");
        }
        parts.forEach(this::take);
        return report;
    }

    private void add(List<Part> parts, Path path, RowReading reading) {
        if (Files.exists(path)) {
            CsvFile file = new CsvFile(new CsvText(path, settings.encoding()), settings.mapping(), reading.columns());
            parts.add(new Part(file, reading, file.check()));
        }
    }

    private void take(Part part) {
        CsvHead head = part.checked().head();
        RejectedRows refused = new RejectedRows(rejects, part.file().name(), head);
        part.reading().leftOut().forEach((attribute, reason) -> {
            if (head.attributes().contains(attribute)) {
                refused.note(0, attribute, reason);
            }
        });
        try (Progress.Task task =
                progress.begin(part.file().name(), part.checked().rows())) {
            var batches = new BatchTaking(storage, part.reading().type(), true, refused, report, task);
            Map<UUID, Long> seen = new HashMap<>();
            for (int turn = 0; turn < part.reading().turns(); turn++) {
                int current = turn;
                part.file().read(row -> {
                    if (part.reading().turn(row) == current) {
                        take(part.reading(), row, batches, refused, seen);
                    }
                });
                batches.flush();
            }
        }
    }

    private static void take(
            RowReading reading, CsvRow row, BatchTaking batches, RejectedRows refused, Map<UUID, Long> seen) {
        try {
            if (row.surplus()) {
                throw new InvalidAttributeException("", "has more cells than the head has columns");
            }
            RowReading.ReadRow read = reading.read(row);
            Long earlier = seen.putIfAbsent(read.object().id(), row.number());
            if (earlier != null) {
                throw new InvalidAttributeException(
                        reading.type() == ObjectClass.APPOINTMENT ? "" : "id", "is the same as in row " + earlier);
            }
            batches.add(read.object(), read.given(), row.number());
            read.notes().forEach((attribute, reason) -> refused.note(row.number(), attribute, reason));
        } catch (InvalidAttributeException wrong) {
            batches.refuse(row.number(), wrong.attribute(), wrong.reason());
        }
    }
}
