package health.miadi.record.boundary;

import health.miadi.record.control.RecordEncryption;
import java.util.List;

/**
 * How far the medical records have moved to the newest key (R-REC-4).
 *
 * @param currentKey the id of the key that seals what is written now
 * @param total how many versions of records there are, those of removed records included
 * @param remaining how many a former key still seals; they move while the application runs. At 0 the former keys can go
 * @param unreadable how many are sealed with a key that is not configured
 * @param missingKeys the ids of those keys
 */
public record RecordEncryptionResponse(
        String currentKey, long total, long remaining, long unreadable, List<String> missingKeys) {
    static RecordEncryptionResponse from(RecordEncryption.Progress progress) {
        return new RecordEncryptionResponse(
                progress.currentKey(),
                progress.total(),
                progress.remaining(),
                progress.unreadable(),
                progress.missingKeys());
    }
}
