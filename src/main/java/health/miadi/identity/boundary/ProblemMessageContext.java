package health.miadi.identity.boundary;

import health.miadi.shared.problem.ProblemErrorPage;
import health.miadi.shared.problem.ProblemType;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContextWrapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Lets a mechanism refuse in the contract's form: a problem document instead of the server's own page. */
class ProblemMessageContext extends HttpMessageContextWrapper {
    /** RFC 6750, section 3.1: there was a token, and it is not right. */
    private static final String REFUSED = "Bearer realm=\"miadi\", error=\"invalid_token\"";

    ProblemMessageContext(HttpMessageContext context) {
        super(context);
    }

    @Override
    public AuthenticationStatus responseUnauthorized() {
        AuthenticationStatus status = refuse(ProblemType.UNAUTHENTICATED);
        getResponse().setHeader("WWW-Authenticate", REFUSED);
        return status;
    }

    /** Refuses for any reason. */
    AuthenticationStatus refuse(ProblemType type) {
        try {
            ProblemErrorPage.refuse(getRequest(), getResponse(), type);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return AuthenticationStatus.SEND_FAILURE;
    }
}
