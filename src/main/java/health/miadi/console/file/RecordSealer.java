package health.miadi.console.file;

import health.miadi.record.entity.Seal;
import java.util.Map;

/** Encrypts what a medical record says (R-REC-4): the file shows none of it. */
public interface RecordSealer {
    /**
     * The encrypted texts.
     *
     * @param seal what they belong to
     * @param texts by the names of their attributes
     * @return by the same names, in Base64
     * @throws health.miadi.console.storage.StorageUnavailableException when there is no key
     */
    Map<String, String> seal(Seal seal, Map<String, String> texts);
}
