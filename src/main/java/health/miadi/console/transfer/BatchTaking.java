package health.miadi.console.transfer;

import health.miadi.console.storage.Attribute;
import health.miadi.console.storage.InvalidAttributeException;
import health.miadi.console.storage.ObjectClass;
import health.miadi.console.storage.Storage;
import health.miadi.console.storage.StoredObject;
import health.miadi.console.storage.Taking;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Gathers objects of one class and gives them to a storage in batches. */
final class BatchTaking {
    private static final int BATCH = 1_000;

    private final Storage storage;
    private final ObjectClass type;
    private final boolean updates;
    private final RejectedRows rejects;
    private final TransferReport report;
    private final Progress.Task progress;
    private final List<Row> rows = new ArrayList<>();

    private record Row(StoredObject object, Set<String> given, long number) {}

    /**
     * @param updates whether an object that is known gets what is given
     */
    BatchTaking(
            Storage storage,
            ObjectClass type,
            boolean updates,
            RejectedRows rejects,
            TransferReport report,
            Progress.Task progress) {
        this.storage = storage;
        this.type = type;
        this.updates = updates;
        this.rejects = rejects;
        this.report = report;
        this.progress = progress;
    }

    /**
     * Adds an object.
     *
     * @param given the attributes that one which is known gets
     */
    void add(StoredObject object, Set<String> given, long row) {
        rows.add(new Row(object, given, row));
        if (rows.size() == BATCH) {
            flush();
        }
    }

    /** Leaves a row out. */
    void refuse(long row, String attribute, String reason) {
        rejects.refuse(row, attribute, reason);
        report.add(type, Taking.Outcome.REFUSED);
        progress.step(1);
    }

    /** Gives the storage what is left. */
    void flush() {
        Map<UUID, StoredObject> known = updates
                ? storage.byIds(
                        type, rows.stream().map(row -> row.object().id()).toList())
                : Map.of();
        List<Row> fresh = new ArrayList<>();
        List<Row> changing = new ArrayList<>();
        List<StoredObject> changed = new ArrayList<>();
        for (Row row : rows) {
            StoredObject stored = known.get(row.object().id());
            if (stored == null) {
                fresh.add(row);
            } else {
                try {
                    StoredObject after = type.change(stored, differences(stored, row));
                    if (after.changes().isEmpty()) {
                        told(row, Taking.KNOWN);
                    } else {
                        changing.add(row);
                        changed.add(after);
                    }
                } catch (InvalidAttributeException refused) {
                    told(row, Taking.refused(refused));
                }
            }
        }
        // first, since who is new may have what somebody gives up (R-PERS-5)
        List<Taking> takings = changed.isEmpty() ? List.of() : storage.saveAll(changed);
        tell(changing, takings);
        for (int i = 0; i < takings.size(); i++) {
            if (takings.get(i).outcome() == Taking.Outcome.CHANGED) {
                rejects.changed(
                        changing.get(i).number(), changed.get(i).changes().keySet());
            }
        }
        tell(
                fresh,
                fresh.isEmpty()
                        ? List.of()
                        : storage.take(type, fresh.stream().map(Row::object).toList()));
        rows.clear();
    }

    /** What a row says of an object that is known, and is not so. An empty cell says nothing. */
    private Map<String, Optional<?>> differences(StoredObject stored, Row row) {
        Map<String, Optional<?>> differences = new LinkedHashMap<>();
        for (Attribute attribute : type.attributes()) {
            Optional<Object> wanted = row.object().value(attribute.name());
            if (row.given().contains(attribute.name())
                    && !stored.value(attribute.name()).equals(wanted)) {
                if (!attribute.isChangeable()) {
                    throw new InvalidAttributeException(attribute.name(), "is another one here, and does not change");
                }
                differences.put(attribute.name(), wanted.map(attribute::json));
            }
        }
        return differences;
    }

    private void tell(List<Row> given, List<Taking> takings) {
        for (int i = 0; i < takings.size(); i++) {
            told(given.get(i), takings.get(i));
        }
    }

    private void told(Row row, Taking taking) {
        if (taking.outcome() == Taking.Outcome.REFUSED) {
            refuse(row.number(), taking.attribute(), taking.reason());
        } else {
            report.add(type, taking.outcome());
            progress.step(1);
        }
    }
}
