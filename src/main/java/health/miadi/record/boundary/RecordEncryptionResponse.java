package health.miadi.record.boundary;

import health.miadi.record.control.RecordEncryption;
import java.util.List;

/**
 * How far the medical records have moved to the newest key (R-REC-4).
 *
 * @param currentKey the id of the key that seals what is written now
 * @param total how many versions of records there are, those of removed records included
 * @param remaining how many a former key still seals; they move while the application runs. At 0, and with no secret remaining, the
 *     former keys can go
 * @param unreadable how many are sealed with a key that is not configured
 * @param secrets of authenticator apps, which the same keys seal
 * @param missingKeys the ids of keys that are not configured and seal some version or secret
 */
public record RecordEncryptionResponse(
        String currentKey, long total, long remaining, long unreadable, Secrets secrets, List<String> missingKeys) {
    /**
     * How far the secrets of authenticator apps have moved (R-AUTH-10).
     *
     * @param total how many there are
     * @param remaining how many a former key still seals
     * @param unreadable how many are sealed with a key that is not configured: their owners sign in with a recovery code
     */
    public record Secrets(long total, long remaining, long unreadable) {
        static Secrets from(RecordEncryption.Moved moved) {
            return new Secrets(moved.total(), moved.remaining(), moved.unreadable());
        }
    }

    static RecordEncryptionResponse from(RecordEncryption.Progress progress) {
        RecordEncryption.Moved versions = progress.versions();
        return new RecordEncryptionResponse(
                progress.currentKey(),
                versions.total(),
                versions.remaining(),
                versions.unreadable(),
                Secrets.from(progress.secrets()),
                progress.missingKeys());
    }
}
