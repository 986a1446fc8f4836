package health.miadi.identity.control;

import java.util.List;
import java.util.UUID;

/**
 * What a browser is told to make a passkey with (R-AUTH-18).
 *
 * @param user whose it will be
 * @param username as the authenticator shows it
 * @param rpName what the authenticator calls the clinic
 * @param known passkeys that the account has, so that no device makes a second
 */
public record NewPasskey(
        byte[] challenge, UUID user, String username, String rpId, String rpName, List<Passkey> known) {
    /** By what an authenticator knows whose passkey it is, as base64url. */
    public String handle() {
        return PasskeyCeremony.handle(user);
    }

    /** What may sign, by COSE's numbers. */
    public List<Long> algorithms() {
        return PasskeyCeremony.ALGORITHMS;
    }

    /** Says nothing of it. */
    @Override
    public String toString() {
        return "NewPasskey";
    }
}
