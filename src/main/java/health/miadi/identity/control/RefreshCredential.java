package health.miadi.identity.control;

import health.miadi.shared.refusal.CommonFact;
import health.miadi.shared.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A refresh token as it came with a request: in the body, or in a cookie together with a CSRF token (R-AUTH-7).
 *
 * @param csrf null where the token came in the body
 */
public record RefreshCredential(OpaqueToken token, @Nullable OpaqueToken csrf) {
    /**
     * One from a request's body. Text that can be no token stands for one that nobody has, so that it costs the same.
     */
    public static RefreshCredential ofBody(String token) {
        return new RefreshCredential(OpaqueToken.of(token).orElseGet(OpaqueToken::random), null);
    }

    /**
     * One from a browser's cookie.
     *
     * @throws Refusal {@code forbidden} when the CSRF token can be none
     */
    public static RefreshCredential ofCookie(String token, @Nullable String csrf) {
        return new RefreshCredential(
                OpaqueToken.of(token).orElseGet(OpaqueToken::random),
                OpaqueToken.of(csrf == null ? "" : csrf).orElseThrow(RefreshCredential::forged));
    }

    /**
     * Whether it came the way that its session's tokens come: a browser's in the cookie only, others in the body only.
     *
     * @param csrfHash of the session; null when it is no browser's
     * @throws Refusal {@code forbidden} when the CSRF token is not the session's
     */
    boolean fits(byte @Nullable [] csrfHash) {
        if (csrf == null || csrfHash == null) {
            return csrf == null && csrfHash == null;
        }
        if (!csrf.hasHash(csrfHash)) {
            throw forged();
        }
        return true;
    }

    /** Whether it came in the cookie of a browser's session, with that session's CSRF token. */
    boolean isOf(byte @Nullable [] csrfHash) {
        return csrf != null && csrfHash != null && csrf.hasHash(csrfHash);
    }

    @Nullable
    String csrfText() {
        return csrf == null ? null : csrf.text();
    }

    static Refusal forged() {
        return Refusal.of(
                CommonFact.FORBIDDEN,
                "R-AUTH-7",
                "Send the session's CSRF token as X-CSRF-Token, from the clinic's own pages.");
    }

    /** Says nothing of the tokens. */
    @Override
    public String toString() {
        return "RefreshCredential";
    }
}
