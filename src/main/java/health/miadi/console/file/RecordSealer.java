package health.miadi.console.file;

import health.miadi.record.entity.RecordText;
import health.miadi.record.entity.Seal;
import health.miadi.record.entity.SealedText;

/** Encrypts what a medical record says (R-REC-4): the file shows none of it. */
public interface RecordSealer {
    /**
     * The encrypted texts.
     *
     * @param seal what they belong to
     * @throws health.miadi.console.storage.StorageUnavailableException when there is no key
     */
    SealedText seal(RecordText text, Seal seal);

    /**
     * What was encrypted, so that an amendment keeps the rest of it.
     *
     * @throws health.miadi.console.storage.StorageUnavailableException when there is no key that opens it
     */
    RecordText open(SealedText sealed, Seal seal);
}
