package health.miadi.identity.boundary;

import health.miadi.identity.control.OneTimeCode;
import health.miadi.identity.control.Passkeys;
import java.util.List;

/**
 * A passkey that was added, and codes for the day on which it is gone (R-AUTH-18).
 *
 * @param recoveryCodes ten of them, shown this once, each good once; none where the account has some already
 */
public record AddedPasskeyResponse(PasskeyResponse passkey, List<String> recoveryCodes) {
    static AddedPasskeyResponse from(Passkeys.Added added) {
        return new AddedPasskeyResponse(
                PasskeyResponse.from(added.passkey()),
                added.recoveryCodes().stream().map(OneTimeCode::text).toList());
    }

    /** Says nothing of them. */
    @Override
    public String toString() {
        return "AddedPasskeyResponse";
    }
}
