package health.miadi.record.entity;

import org.jspecify.annotations.Nullable;

/** What a record says, in the clear. It is never printed. */
public record RecordText(
        String diagnosis,
        @Nullable String treatment,
        @Nullable String prescriptions,
        @Nullable String notes) {
    @Override
    public String toString() {
        return "RecordText";
    }
}
