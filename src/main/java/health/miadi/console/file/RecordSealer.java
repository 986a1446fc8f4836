package health.miadi.console.file;

import health.miadi.console.storage.StoredObject;
import java.util.Map;

/** Encrypts what a medical record says (R-REC-4): the file shows none of it. */
public interface RecordSealer {
    /**
     * The encrypted texts, as the attribute {@code sealed} keeps them.
     *
     * @param record whose they are
     * @param appointment that it is about
     * @param texts by the names of their attributes
     * @throws health.miadi.console.storage.StorageUnavailableException when there is no key
     */
    String seal(StoredObject record, StoredObject appointment, Map<String, String> texts);
}
