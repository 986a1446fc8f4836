package health.miadi.record.control;

import health.miadi.identity.control.SecretSealing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/**
 * Seals secrets of accounts with the keys of the records (R-AUTH-10): a deployment has one ring to keep. What is authenticated with a secret is
 * never what is with a record, so that neither passes for the other.
 */
@ApplicationScoped
public class AccountSecretSealing implements SecretSealing {
    private static final byte[] PURPOSE = "miadi account secret".getBytes(StandardCharsets.US_ASCII);

    @Inject
    RecordKeys keys;

    @Override
    public String currentKey() {
        return keys.ring().current();
    }

    @Override
    public byte[] seal(byte[] secret, UUID account) {
        return new RecordCipher(keys.ring()).seal(secret, bound(account));
    }

    @Override
    public Optional<byte[]> open(byte[] sealed, UUID account) {
        try {
            return Optional.of(new RecordCipher(keys.ring()).open(sealed, bound(account)));
        } catch (UnreadableRecordException unreadable) {
            return Optional.empty();
        }
    }

    static byte[] bound(UUID account) {
        return ByteBuffer.allocate(PURPOSE.length + 2 * Long.BYTES)
                .put(PURPOSE)
                .putLong(account.getMostSignificantBits())
                .putLong(account.getLeastSignificantBits())
                .array();
    }
}
