package health.miadi.identity.boundary;

import health.miadi.identity.control.OneTimeCode;
import java.util.List;

/**
 * Codes for the day on which the authenticator app is gone, shown this once (R-AUTH-10).
 *
 * @param recoveryCodes ten of them; each works once
 */
public record RecoveryCodesResponse(List<String> recoveryCodes) {
    static RecoveryCodesResponse from(List<OneTimeCode> codes) {
        return new RecoveryCodesResponse(codes.stream().map(OneTimeCode::text).toList());
    }

    /** Says nothing of them. */
    @Override
    public String toString() {
        return "RecoveryCodesResponse";
    }
}
