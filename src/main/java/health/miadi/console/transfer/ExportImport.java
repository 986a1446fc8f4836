package health.miadi.console.transfer;

import health.miadi.console.storage.InvalidAttributeException;
import health.miadi.console.storage.ObjectClass;
import health.miadi.console.storage.Storage;
import health.miadi.console.storage.StoredObject;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes what an export has written: the same objects with the same ids. */
final class ExportImport {
    private final Storage storage;
    private final Rejects rejects;
    private final Progress progress;
    private final TransferReport report = new TransferReport();
    private @Nullable ObjectClass current;
    private @Nullable BatchTaking batches;

    ExportImport(Storage storage, Rejects rejects, Progress progress) {
        this.storage = storage;
        this.rejects = rejects;
        this.progress = progress;
    }

    TransferReport take(ExportFile file) {
        String name = file.path().getFileName().toString();
        try (Progress.Task task = progress.begin(name, file.check())) {
            file.read((object, number) -> take(object, number, name, task));
            if (batches != null) {
                batches.flush();
            }
        }
        return report;
    }

    private void take(Map<String, Object> object, long number, String source, Progress.Task task) {
        ObjectClass type = ObjectClass.named(String.valueOf(object.remove(ExportFormat.CLASS)))
                .orElseThrow();
        BatchTaking into = batches;
        if (into == null || type != current) {
            if (into != null) {
                into.flush();
            }
            into = new BatchTaking(storage, type, false, new RejectedRows(rejects, source, null), report, task);
            batches = into;
            current = type;
        }
        try {
            into.add(stored(type, object), Set.of(), number);
        } catch (InvalidAttributeException refused) {
            into.refuse(number, refused.attribute(), refused.reason());
        }
    }

    private static StoredObject stored(ObjectClass type, Map<String, Object> object) {
        Map<String, Object> left = new HashMap<>(object);
        Object id = left.remove(ExportFormat.ID);
        Object version = left.remove(ExportFormat.OBJECT_VERSION);
        try {
            Map<String, Object> values = type.readValues(left);
            type.completeOld(values);
            return StoredObject.of(
                    type,
                    UUID.fromString(String.valueOf(id)),
                    version instanceof Long number ? Math.toIntExact(number) : 1,
                    values);
        } catch (IllegalArgumentException | ArithmeticException refused) {
            throw new InvalidAttributeException("id", "must be a UUID");
        }
    }
}
