package health.miadi.identity.control;

import java.util.Optional;
import java.util.UUID;

/** Seals the secrets of accounts that have to be used again and cannot be kept as hashes (R-AUTH-10). Whoever has the keys provides it. */
public interface SecretSealing {
    /** The id of the key that seals now. */
    String currentKey();

    /** Seals a secret of that account. */
    byte[] seal(byte[] secret, UUID account);

    /** Opens it again; empty when its key is not configured, or it is not what was sealed for that account. */
    Optional<byte[]> open(byte[] sealed, UUID account);
}
