package health.miadi.identity.boundary;

import health.miadi.shared.http.AnswerHeaders;
import health.miadi.shared.http.Framing;
import health.miadi.shared.http.LastRequests;
import health.miadi.shared.http.RequestId;
import health.miadi.shared.http.WatchedRequest;
import health.miadi.shared.logging.LogContext;
import health.miadi.shared.problem.ProblemType;
import health.miadi.shared.refusal.Refusal;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * The one authentication mechanism that the server sees. It does nothing but choose by path: nobody is asked where anybody
 * may go, and {@link BearerMechanism} decides everywhere else. The OpenID mechanism of the platform is not among them: the
 * resources that send people to Google and take them back ask it themselves.
 */
@Alternative
@Priority(1000)
@ApplicationScoped
public class CallerMechanism implements HttpAuthenticationMechanism {
    @Inject
    AnswerHeaders headers;

    @Inject
    BearerMechanism bearer;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        // authentication comes before every filter: an answer that ends here has its headers all the same
        headers.stamp(request, response);
        boolean doubtful = LastRequests.isOver(request) || Framing.isDoubtful(request);
        if (doubtful || Framing.isInPieces(request)) {
            LastRequests.close(request, response);
        }
        if (!doubtful && PublicPaths.contain(request)) {
            return context.doNothing();
        }
        WatchedRequest watched = WatchedRequest.begin(request, response);
        ProblemMessageContext problems = new ProblemMessageContext(context);
        if (doubtful) {
            AuthenticationStatus refused = problems.refuse(ProblemType.VALIDATION);
            watched.end();
            return refused;
        }
        LogContext.enter(RequestId.of(request));
        AuthenticationStatus status;
        try {
            status = judge(request, problems);
        } finally {
            LogContext.leave();
        }
        if (status == AuthenticationStatus.SEND_FAILURE) {
            watched.end();
        }
        return status;
    }

    private AuthenticationStatus judge(HttpServletRequest request, ProblemMessageContext problems) {
        try {
            return bearer.validateRequest(request, problems);
        } catch (Refusal refusal) {
            return problems.refuse(ProblemType.of(refusal.fact()));
        }
    }
}
