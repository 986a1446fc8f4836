package health.miadi.console.file;

import health.miadi.console.storage.StorageUnavailableException;
import health.miadi.record.control.RecordSealing;
import health.miadi.record.entity.RecordText;
import health.miadi.record.entity.Seal;
import health.miadi.record.entity.SealedText;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Seals with the keys that the application has: {@code MIADI_RECORDS_KEYS_FILE} and its like. */
public final class KeyRingSealer implements RecordSealer {
    private final RecordSealing sealing = new RecordSealing();

    @Override
    public Map<String, String> seal(Seal seal, Map<String, String> texts) {
        try {
            SealedText sealed = sealing.seal(
                    new RecordText(
                            texts.getOrDefault("diagnosis", ""),
                            texts.get("treatment"),
                            texts.get("prescriptions"),
                            texts.get("notes")),
                    seal);
            Map<String, String> values = new LinkedHashMap<>();
            put(values, "diagnosis", sealed.diagnosis());
            put(values, "treatment", sealed.treatment());
            put(values, "prescriptions", sealed.prescriptions());
            put(values, "notes", sealed.notes());
            return values;
        } catch (IllegalStateException noKey) {
            String why = String.valueOf(noKey.getMessage()).replace("Miadi cannot start: ", "");
            throw new StorageUnavailableException("A medical record is not written unencrypted: " + why, noKey);
        }
    }

    private static void put(Map<String, String> values, String name, byte @Nullable [] sealed) {
        if (sealed != null) {
            values.put(name, Base64.getEncoder().encodeToString(sealed));
        }
    }
}
