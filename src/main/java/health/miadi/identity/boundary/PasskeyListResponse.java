package health.miadi.identity.boundary;

import health.miadi.identity.control.Passkey;
import java.util.List;

/** The passkeys of the caller's account, the eldest first; twenty at most. */
public record PasskeyListResponse(List<PasskeyResponse> items) {
    static PasskeyListResponse from(List<Passkey> passkeys) {
        return new PasskeyListResponse(
                passkeys.stream().map(PasskeyResponse::from).toList());
    }
}
