package health.miadi.audit.control;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which fields of something a change touched (R-REC-6): their names, and never a value, neither the former nor the new one. What is
 * compared is the record that has all of them, so that a field which is added later is named without anybody thinking of it.
 */
public final class ChangedFields {
    private final List<String> names = new ArrayList<>();

    private ChangedFields() {}

    /** None yet. */
    public static ChangedFields none() {
        return new ChangedFields();
    }

    /** Those in which two records of the same kind differ. */
    public static <R extends Record> ChangedFields between(R before, R after) {
        return none().and(before, after);
    }

    /** These, and those in which two records of the same kind differ. */
    public <R extends Record> ChangedFields and(R before, R after) {
        for (RecordComponent field : before.getClass().getRecordComponents()) {
            and(field.getName(), value(field, before), value(field, after));
        }
        return this;
    }

    /** These, and that one if its value is another. */
    public ChangedFields and(String name, @Nullable Object before, @Nullable Object after) {
        return Objects.equals(before, after) ? this : and(name);
    }

    /** These and that one. */
    public ChangedFields and(String name) {
        names.add(name);
        return this;
    }

    private static @Nullable Object value(RecordComponent field, Record of) {
        try {
            return field.getAccessor().invoke(of);
        } catch (ReflectiveOperationException hidden) {
            throw new IllegalStateException("what is compared must be a public record", hidden);
        }
    }

    /** The names; null where nothing changed. */
    @Nullable
    String words() {
        return names.isEmpty() ? null : String.join(", ", names);
    }

    /** The names, and no value. */
    @Override
    public String toString() {
        return "ChangedFields " + names;
    }
}
