package health.miadi.record.control;

import health.miadi.record.entity.RecordFact;
import health.miadi.record.entity.RecordText;
import health.miadi.record.entity.Seal;
import health.miadi.record.entity.SealedText;
import health.miadi.shared.refusal.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Seals what records say with the newest key, and opens it with whichever sealed it (R-REC-4). */
@ApplicationScoped
public class RecordTexts {
    private static final Logger LOG = Logger.getLogger(RecordTexts.class.getName());

    @Inject
    RecordKeys keys;

    SealedText seal(RecordText text, Seal seal) {
        RecordCipher cipher = new RecordCipher(keys.ring());
        return new SealedText(
                cipher.seal(text.diagnosis(), seal, RecordField.DIAGNOSIS),
                sealed(cipher, text.treatment(), seal, RecordField.TREATMENT),
                sealed(cipher, text.prescriptions(), seal, RecordField.PRESCRIPTIONS),
                sealed(cipher, text.notes(), seal, RecordField.NOTES));
    }

    private static byte @Nullable [] sealed(RecordCipher cipher, @Nullable String text, Seal seal, RecordField field) {
        return text == null ? null : cipher.seal(text, seal, field);
    }

    /** What it says, empty when it cannot be opened; then the log says which it was and why. */
    Optional<RecordText> open(SealedText sealed, Seal seal) {
        try {
            RecordCipher cipher = new RecordCipher(keys.ring());
            return Optional.of(new RecordText(
                    cipher.open(sealed.diagnosis(), seal, RecordField.DIAGNOSIS),
                    opened(cipher, sealed.treatment(), seal, RecordField.TREATMENT),
                    opened(cipher, sealed.prescriptions(), seal, RecordField.PRESCRIPTIONS),
                    opened(cipher, sealed.notes(), seal, RecordField.NOTES)));
        } catch (UnreadableRecordException unreadable) {
            LOG.log(Level.SEVERE, "Version {0} of medical record {1} cannot be read: {2}", new Object[] {
                Integer.toString(seal.number()), seal.recordId(), unreadable.getMessage()
            });
            return Optional.empty();
        }
    }

    private static @Nullable String opened(RecordCipher cipher, byte @Nullable [] sealed, Seal seal, RecordField field)
            throws UnreadableRecordException {
        return sealed == null ? null : cipher.open(sealed, seal, field);
    }

    /**
     * What it says.
     *
     * @throws Refusal {@code record-unreadable} when it cannot be opened
     */
    RecordText require(SealedText sealed, Seal seal) {
        return open(sealed, seal)
                .orElseThrow(() -> Refusal.of(
                        RecordFact.RECORD_UNREADABLE,
                        "R-REC-4",
                        "The record is there, but what it says cannot be decrypted. The log says why."));
    }

    /** The diagnosis alone, for searching; empty when it cannot be opened. */
    Optional<String> diagnosis(byte[] sealed, Seal seal) {
        try {
            return Optional.of(new RecordCipher(keys.ring()).open(sealed, seal, RecordField.DIAGNOSIS));
        } catch (UnreadableRecordException unreadable) {
            return Optional.empty();
        }
    }
}
