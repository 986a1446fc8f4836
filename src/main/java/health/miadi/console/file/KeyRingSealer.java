package health.miadi.console.file;

import health.miadi.console.storage.StorageUnavailableException;
import health.miadi.record.control.RecordSealing;
import health.miadi.record.entity.RecordText;
import health.miadi.record.entity.Seal;
import health.miadi.record.entity.SealedText;
import java.util.function.Supplier;

/** Seals with the keys that the application has: {@code MIADI_RECORDS_KEYS_FILE} and its like. */
public final class KeyRingSealer implements RecordSealer {
    private final RecordSealing sealing = new RecordSealing();

    @Override
    public SealedText seal(RecordText text, Seal seal) {
        return withKey(() -> sealing.seal(text, seal));
    }

    @Override
    public RecordText open(SealedText sealed, Seal seal) {
        return withKey(() -> sealing.open(sealed, seal))
                .orElseThrow(() -> new StorageUnavailableException(
                        "What the record says cannot be decrypted with the keys that are configured"));
    }

    private static <T> T withKey(Supplier<T> work) {
        try {
            return work.get();
        } catch (IllegalStateException noKey) {
            String why = String.valueOf(noKey.getMessage()).replace("Miadi cannot start: ", "");
            throw new StorageUnavailableException("A medical record is not written unencrypted: " + why, noKey);
        }
    }
}
