package health.miadi.console.transfer;

import health.miadi.console.storage.ObjectClass;
import health.miadi.console.storage.Taking;
import java.util.EnumMap;
import java.util.Map;

/** What became of everything that was to be moved, by class. */
public final class TransferReport {
    /** None of a class. */
    public static final Counts NONE = new Counts(0, 0, 0, 0);

    private final Map<ObjectClass, Counts> counts = new EnumMap<>(ObjectClass.class);
    private long listed;

    /**
     * How many of a class.
     *
     * @param taken stored now
     * @param changed there already, with other values
     * @param known there already
     * @param refused in the file of rejects
     */
    public record Counts(long taken, long changed, long known, long refused) {
        Counts and(Taking.Outcome outcome) {
            return switch (outcome) {
                case TAKEN -> new Counts(taken + 1, changed, known, refused);
                case CHANGED -> new Counts(taken, changed + 1, known, refused);
                case KNOWN -> new Counts(taken, changed, known + 1, refused);
                case REFUSED -> new Counts(taken, changed, known, refused + 1);
            };
        }
    }

    void add(ObjectClass type, Taking.Outcome outcome) {
        counts.put(type, of(type).and(outcome));
    }

    /** Those of a class. */
    public Counts of(ObjectClass type) {
        return counts.getOrDefault(type, NONE);
    }

    /** Of every class of which there was one. */
    public Map<ObjectClass, Counts> all() {
        return Map.copyOf(counts);
    }

    /** How many lines stand in the file of rejects. */
    public long listed() {
        return listed;
    }

    TransferReport listing(long lines) {
        listed = lines;
        return this;
    }

    /** How many were refused in all. */
    public long refused() {
        return counts.values().stream().mapToLong(Counts::refused).sum();
    }
}
