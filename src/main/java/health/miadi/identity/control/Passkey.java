package health.miadi.identity.control;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A passkey of an account (R-AUTH-18): with what somebody signs in who has its other half, which never leaves their device.
 *
 * @param user whose it is
 * @param name as its owner calls it
 * @param credentialId by what the authenticator knows it again
 * @param publicKey a COSE key
 * @param rpId for which name of the clinic's address it was made
 * @param aaguid the make of the authenticator
 * @param transports how a browser reaches the authenticator, separated by commas
 * @param signCount how often it was used, by its own count; 0 where it does not count
 * @param backupEligible whether it can be copied to other devices of its owner
 * @param backedUp whether it is
 * @param usedAt when somebody signed in with it last, null if never
 */
public record Passkey(
        UUID id,
        UUID user,
        String name,
        byte[] credentialId,
        byte[] publicKey,
        String rpId,
        UUID aaguid,
        String transports,
        long signCount,
        boolean backupEligible,
        boolean backedUp,
        Instant createdAt,
        @Nullable Instant usedAt) {
    /** How a browser reaches the authenticator. */
    public List<String> transportWords() {
        return Arrays.stream(transports.split(",", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** The id alone. */
    @Override
    public String toString() {
        return "Passkey " + id;
    }
}
