package health.miadi.identity.boundary;

import health.miadi.identity.control.RefreshCredential;
import health.miadi.identity.http.OwnPages;
import health.miadi.identity.http.SessionCookies;
import health.miadi.shared.refusal.CommonFact;
import health.miadi.shared.refusal.Refusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the refresh token of a request: in its body, or else in the cookie of a browser (R-AUTH-7). */
@RequestScoped
public class PresentedCredential {
    /** The header that proves that a page of ours sent the request. */
    static final String CSRF_HEADER = "X-CSRF-Token";

    @Inject
    HttpServletRequest request;

    @Inject
    OwnPages pages;

    /**
     * The refresh token and how it came. One in the body counts alone: whoever sends it has it, and needs no cookie.
     *
     * @throws Refusal {@code unauthenticated} when there is none; {@code forbidden} when a cookie comes from another's
     *     page or without a CSRF token
     */
    RefreshCredential of(@Nullable RefreshRequest body, @Nullable String csrf) {
        return find(body, csrf)
                .orElseThrow(() -> Refusal.of(
                        CommonFact.UNAUTHENTICATED, "R-AUTH-2", "Send a refresh token, or the session's cookie."));
    }

    /**
     * All session cookies that came with the request. A browser that has several does not tell which of them is ours.
     *
     * @throws Refusal {@code forbidden} when they come from another's page or without a CSRF token
     */
    List<RefreshCredential> cookies(@Nullable String csrf) {
        List<String> sent = SessionCookies.refreshTokens(request);
        if (!sent.isEmpty()) {
            pages.require(request);
        }
        return sent.stream()
                .map(cookie -> RefreshCredential.ofCookie(cookie, csrf))
                .toList();
    }

    private Optional<RefreshCredential> find(@Nullable RefreshRequest body, @Nullable String csrf) {
        if (body != null && body.refreshToken() != null) {
            return Optional.of(RefreshCredential.ofBody(body.refreshToken()));
        }
        String cookie = SessionCookies.refreshToken(request);
        if (cookie == null) {
            return Optional.empty();
        }
        pages.require(request);
        return Optional.of(RefreshCredential.ofCookie(cookie, csrf));
    }
}
