package health.miadi.identity.control;

import org.jspecify.annotations.Nullable;

/**
 * What somebody shows besides their password, or besides an OpenID provider's word for them (R-AUTH-10).
 *
 * @param code of an authenticator app or a recovery code
 * @param passkey in place of a code
 */
public record SecondStep(@Nullable String code, @Nullable PasskeyAssertion passkey) {
    /** Whether it is nothing at all. */
    boolean isNothing() {
        return code == null && passkey == null;
    }

    /** Says nothing of it. */
    @Override
    public String toString() {
        return "SecondStep";
    }
}
