package health.miadi.console.transfer;

import health.miadi.console.storage.ObjectClass;
import health.miadi.console.storage.Storage;
import health.miadi.console.storage.StoredObject;
import health.miadi.console.storage.Taking;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** Gathers objects of one class and gives them to a storage in batches. */
final class BatchTaking {
    private static final int BATCH = 1_000;

    private final Storage storage;
    private final ObjectClass type;
    private final String source;
    private final boolean keepsApart;
    private final Rejects rejects;
    private final TransferReport report;
    private final Progress.Task progress;
    private final List<StoredObject> objects = new ArrayList<>();
    private final List<Long> rows = new ArrayList<>();

    /**
     * @param source the file they stand in
     * @param keepsApart whether an appointment that overlaps another is refused, even if both are past
     */
    BatchTaking(
            Storage storage,
            ObjectClass type,
            String source,
            boolean keepsApart,
            Rejects rejects,
            TransferReport report,
            Progress.Task progress) {
        this.storage = storage;
        this.type = type;
        this.source = source;
        this.keepsApart = keepsApart;
        this.rejects = rejects;
        this.report = report;
        this.progress = progress;
    }

    void add(StoredObject object, long row) {
        objects.add(object);
        rows.add(row);
        if (objects.size() == BATCH) {
            flush();
        }
    }

    /** Leaves a row out. */
    void refuse(long row, String reason) {
        rejects.add(source, row, reason);
        report.add(type, Taking.Outcome.REFUSED);
        progress.step(1);
    }

    /** Gives the storage what is left. */
    void flush() {
        List<Integer> left = IntStream.range(0, objects.size()).boxed().toList();
        boolean settled = false;
        while (!settled) {
            List<Integer> apart = new ArrayList<>();
            List<Integer> inTheWay = new ArrayList<>();
            Set<UUID> overlapping = keepsApart ? storage.overlapping(objectsAt(left)) : Set.of();
            left.forEach(i -> (overlapping.contains(objects.get(i).id()) ? inTheWay : apart).add(i));
            // what is refused is in nobody's way: then those that it seemed to stop are looked at again
            settled = !take(apart) || inTheWay.isEmpty();
            left = inTheWay;
        }
        left.forEach(
                i -> refuse(rows.get(i), "overlaps another appointment of its provider or its patient (R-BOOK-1)"));
        objects.clear();
        rows.clear();
    }

    private List<StoredObject> objectsAt(List<Integer> places) {
        return places.stream().map(objects::get).toList();
    }

    /** Takes them, and says whether one was refused. */
    private boolean take(List<Integer> places) {
        if (places.isEmpty()) {
            return false;
        }
        List<Taking> takings = storage.take(type, objectsAt(places));
        boolean anyRefused = false;
        for (int i = 0; i < takings.size(); i++) {
            Taking taking = takings.get(i);
            if (taking.outcome() == Taking.Outcome.REFUSED) {
                anyRefused = true;
                refuse(rows.get(places.get(i)), taking.reason());
            } else {
                report.add(type, taking.outcome());
                progress.step(1);
            }
        }
        return anyRefused;
    }
}
