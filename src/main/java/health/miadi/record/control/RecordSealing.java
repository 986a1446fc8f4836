package health.miadi.record.control;

import health.miadi.record.entity.RecordText;
import health.miadi.record.entity.Seal;
import health.miadi.record.entity.SealedText;
import java.util.Optional;

/** Seals and opens what records say where nothing is injected: for the console on a file (R-REC-4). */
public final class RecordSealing {
    private final RecordTexts texts = new RecordTexts();

    /** Reads the key ring when it is first needed. */
    public RecordSealing() {
        texts.keys = new RecordKeys();
    }

    /**
     * Seals with the key that seals now.
     *
     * @throws IllegalStateException when the configuration gives no key, with a sentence that says what is missing
     */
    public SealedText seal(RecordText text, Seal seal) {
        return texts.seal(text, seal);
    }

    /**
     * Opens what was sealed, to add an amendment to it; empty when it cannot be opened.
     *
     * @throws IllegalStateException when the configuration gives no key
     */
    public Optional<RecordText> open(SealedText sealed, Seal seal) {
        return texts.open(sealed, seal);
    }
}
