package health.miadi.identity.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.identity.control.AccessTokens;
import health.miadi.identity.entity.Role;
import health.miadi.identity.entity.User;
import health.miadi.testing.arquillian.InContainer;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.security.auth.Subject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * R-AUTH-2: our tokens are those of MicroProfile JWT. The platform's own mechanism, which stands by unused, accepts them
 * with the keys, issuer and audience that the application configures.
 */
@InContainer
class PlatformMechanismIT {

    @Inject
    BeanManager beans;

    @Inject
    AccessTokens tokens;

    @Inject
    Clock clock;

    private final List<CredentialValidationResult> accepted = new ArrayList<>();

    @Test
    void acceptsATokenOfOurs() throws Exception {
        assertThat(judge(token())).isEqualTo(AuthenticationStatus.SUCCESS);
        CredentialValidationResult result = accepted.get(0);
        assertThat(result.getCallerPrincipal().getName()).isEqualTo("some-admin");
        assertThat(result.getCallerGroups()).containsExactly("admin");
    }

    @Test
    void refusesOneThatWasChanged() throws Exception {
        String token = token();
        int middle = token.length() / 2;
        char other = token.charAt(middle) == 'A' ? 'B' : 'A';
        assertThat(judge(token.substring(0, middle) + other + token.substring(middle + 1)))
                .isNotEqualTo(AuthenticationStatus.SUCCESS);
        assertThat(accepted).isEmpty();
    }

    private String token() {
        User admin = new User("some-admin", null, null, Role.ADMIN, null, clock.instant());
        return tokens.issue(admin, UUID.randomUUID());
    }

    private AuthenticationStatus judge(String token) throws Exception {
        Bean<?> platforms = beans.getBeans(HttpAuthenticationMechanism.class, Any.Literal.INSTANCE).stream()
                .filter(bean -> bean.getTypes().toString().contains("JWT"))
                .findFirst()
                .orElseThrow();
        HttpAuthenticationMechanism mechanism = (HttpAuthenticationMechanism) beans.getReference(
                platforms, HttpAuthenticationMechanism.class, beans.createCreationalContext(platforms));
        HttpServletRequest request = pretend(
                HttpServletRequest.class,
                (proxy, method, arguments) ->
                        method.getName().equals("getHeader") && "Authorization".equals(arguments[0])
                                ? "Bearer " + token
                                : nothing(method.getReturnType()));
        HttpServletResponse response =
                pretend(HttpServletResponse.class, (proxy, method, arguments) -> nothing(method.getReturnType()));
        HttpMessageContext context = pretend(HttpMessageContext.class, (proxy, method, arguments) -> {
            if (method.getName().equals("notifyContainerAboutLogin")
                    && arguments[0] instanceof CredentialValidationResult result
                    && result.getStatus() == CredentialValidationResult.Status.VALID) {
                accepted.add(result);
                return AuthenticationStatus.SUCCESS;
            }
            return method.getReturnType() == AuthenticationStatus.class
                    ? AuthenticationStatus.SEND_FAILURE
                    : nothing(method.getReturnType());
        });
        return mechanism.validateRequest(request, response, context);
    }

    private static @Nullable Object nothing(Class<?> type) {
        if (type == Subject.class) {
            return new Subject();
        }
        return type == boolean.class ? Boolean.FALSE : type == int.class ? Integer.valueOf(0) : null;
    }

    private static <T> T pretend(Class<T> type, InvocationHandler behaviour) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, behaviour));
    }
}
