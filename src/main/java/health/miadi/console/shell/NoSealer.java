package health.miadi.console.shell;

import health.miadi.console.file.RecordSealer;
import health.miadi.console.storage.StorageUnavailableException;
import health.miadi.console.storage.StoredObject;
import java.util.Map;

/** Says that there is no key. */
final class NoSealer implements RecordSealer {
    @Override
    public String seal(StoredObject record, StoredObject appointment, Map<String, String> texts) {
        throw new StorageUnavailableException("there is no key to encrypt medical records with");
    }
}
