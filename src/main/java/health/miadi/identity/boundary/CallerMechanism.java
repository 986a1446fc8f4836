package health.miadi.identity.boundary;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one authentication mechanism that the server sees. It chooses by path among those that the platform has: none where
 * anybody may go, that of MicroProfile JWT everywhere else. A third, for browsers that come back from an OpenID provider,
 * finds its place here.
 */
@Alternative
@Priority(1000)
@ApplicationScoped
public class CallerMechanism implements HttpAuthenticationMechanism {
    @Inject
    BeanManager beans;

    /** The mechanism of MicroProfile JWT, looked up at the first request. */
    private volatile @Nullable HttpAuthenticationMechanism tokens;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        return PublicPaths.contain(request)
                ? context.doNothing()
                : mechanism().validateRequest(request, response, new ProblemMessageContext(context));
    }

    @Override
    public AuthenticationStatus secureResponse(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        return mechanism().secureResponse(request, response, context);
    }

    @Override
    public void cleanSubject(HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        mechanism().cleanSubject(request, response, context);
    }

    private HttpAuthenticationMechanism mechanism() {
        HttpAuthenticationMechanism known = tokens;
        if (known == null) {
            known = reference(other());
            tokens = known;
        }
        return known;
    }

    private Bean<?> other() {
        List<Bean<?>> others = beans.getBeans(HttpAuthenticationMechanism.class, Any.Literal.INSTANCE).stream()
                .filter(bean -> !CallerMechanism.class.equals(bean.getBeanClass()))
                .toList();
        if (others.size() != 1) {
            throw new IllegalStateException(others.size() + " authentication mechanisms, where one was expected");
        }
        return others.get(0);
    }

    private HttpAuthenticationMechanism reference(Bean<?> bean) {
        return (HttpAuthenticationMechanism)
                beans.getReference(bean, HttpAuthenticationMechanism.class, beans.createCreationalContext(bean));
    }
}
