package health.miadi.record.entity;

import org.jspecify.annotations.Nullable;

/** What a record says, each part sealed by itself (R-REC-4). A part that was not written is null. */
@SuppressWarnings("ArrayRecordComponent") // never compared, never printed
public record SealedText(
        byte[] diagnosis, byte @Nullable [] treatment, byte @Nullable [] prescriptions, byte @Nullable [] notes) {
    @Override
    public String toString() {
        return "SealedText";
    }
}
