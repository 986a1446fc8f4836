package health.miadi.identity.boundary;

import health.miadi.identity.control.EndedSessions;
import health.miadi.identity.control.TokenVerification;
import health.miadi.identity.control.VerifiedToken;
import health.miadi.identity.entity.AccountFact;
import health.miadi.identity.http.ForgedTokens;
import health.miadi.shared.http.WatchedRequest;
import health.miadi.shared.refusal.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Signs a request in by its access token (R-AUTH-2, -3, -8, -10). No token is no refusal here: what the request asks for decides
 * whether one is needed. A token that is not right is refused, whatever the request asks for but the end of a session.
 */
@ApplicationScoped
public class BearerMechanism {
    private static final String AUTHORIZATION = "Authorization";
    private static final Pattern BEARER = Pattern.compile("Bearer +(\\S+) *", Pattern.CASE_INSENSITIVE);

    @Inject
    TokenVerification verification;

    @Inject
    EndedSessions ended;

    @Inject
    ForgedTokens forged;

    AuthenticationStatus validateRequest(HttpServletRequest request, HttpMessageContext context) {
        List<String> credentials = Collections.list(request.getHeaders(AUTHORIZATION));
        if (credentials.isEmpty()) {
            return context.doNothing();
        }
        return credentials.size() == 1
                ? verified(credentials.get(0), request)
                        .map(token -> signIn(token, request, context))
                        .orElseGet(() -> refused(request, context))
                : refused(request, context);
    }

    /** Where one signs out, a token that is not right is as good as none: the cookie or the body say whose session ends. */
    private static AuthenticationStatus refused(HttpServletRequest request, HttpMessageContext context) {
        return PublicPaths.isSignOut(request) ? context.doNothing() : context.responseUnauthorized();
    }

    /** The token that these credentials carry, if it is right, of our time, and its session goes on. */
    private Optional<VerifiedToken> verified(String credentials, HttpServletRequest request) {
        Matcher bearer = BEARER.matcher(credentials);
        if (!bearer.matches()) {
            return Optional.empty();
        }
        TokenVerification.Judged judged = verification.judge(bearer.group(1));
        if (judged.forged()) {
            forged.note(request);
        }
        return Optional.ofNullable(judged.right()).filter(token -> !ended.has(token.session()));
    }

    private static AuthenticationStatus signIn(
            VerifiedToken token, HttpServletRequest request, HttpMessageContext context) {
        if (token.lacksSecondFactor() && !PublicPaths.areForSettingUp(request)) {
            throw Refusal.of(AccountFact.SECOND_FACTOR_MISSING, "R-AUTH-10", "Set up a second factor first.");
        }
        request.setAttribute(VerifiedToken.ATTRIBUTE, token);
        WatchedRequest.account(request, token.caller().userId());
        return context.notifyContainerAboutLogin(
                token.caller().username(), Set.of(token.caller().role().word()));
    }
}
