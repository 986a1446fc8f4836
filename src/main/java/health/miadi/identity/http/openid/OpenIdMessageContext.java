package health.miadi.identity.http.openid;

import jakarta.security.auth.message.MessageInfo;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Set;
import javax.security.auth.Subject;
import javax.security.auth.callback.CallbackHandler;
import org.jspecify.annotations.Nullable;

/**
 * The surroundings of a mechanism that proves who somebody is to us and not to the server: nobody is logged in to the
 * container, and no session is registered. The caller of later requests is whom the access token names.
 *
 * <p>What only a container can answer throws {@link UnsupportedOperationException}: a mechanism that asks for it would take
 * this for one, and must not go on.
 */
final class OpenIdMessageContext implements HttpMessageContext {
    private HttpServletRequest request;
    private HttpServletResponse response;

    OpenIdMessageContext(HttpServletRequest request, HttpServletResponse response) {
        this.request = request;
        this.response = response;
    }

    @Override
    public boolean isProtected() {
        return true;
    }

    @Override
    public boolean isAuthenticationRequest() {
        return true;
    }

    @Override
    public boolean isRegisterSession() {
        return false;
    }

    @Override
    public void setRegisterSession(String callerName, Set<String> groups) {
        // there is none
    }

    @Override
    public void cleanClientSubject() {
        // there is none
    }

    @Override
    public AuthenticationParameters getAuthParameters() {
        return new AuthenticationParameters();
    }

    @Override
    public CallbackHandler getHandler() {
        throw none();
    }

    @Override
    public MessageInfo getMessageInfo() {
        throw none();
    }

    @Override
    public Subject getClientSubject() {
        throw none();
    }

    @Override
    public HttpServletRequest getRequest() {
        return request;
    }

    @Override
    public void setRequest(HttpServletRequest other) {
        request = other;
    }

    @Override
    public HttpMessageContext withRequest(HttpServletRequest other) {
        request = other;
        return this;
    }

    @Override
    public HttpServletResponse getResponse() {
        return response;
    }

    @Override
    public void setResponse(HttpServletResponse other) {
        response = other;
    }

    @Override
    public AuthenticationStatus redirect(String location) {
        throw none();
    }

    @Override
    public AuthenticationStatus forward(String path) {
        throw none();
    }

    @Override
    public AuthenticationStatus responseUnauthorized() {
        return AuthenticationStatus.SEND_FAILURE;
    }

    @Override
    public AuthenticationStatus responseNotFound() {
        return AuthenticationStatus.SEND_FAILURE;
    }

    @Override
    public AuthenticationStatus notifyContainerAboutLogin(String callerName, Set<String> groups) {
        return AuthenticationStatus.SUCCESS;
    }

    @Override
    public AuthenticationStatus notifyContainerAboutLogin(Principal principal, Set<String> groups) {
        return AuthenticationStatus.SUCCESS;
    }

    @Override
    public AuthenticationStatus notifyContainerAboutLogin(CredentialValidationResult result) {
        return result.getStatus() == CredentialValidationResult.Status.VALID
                ? AuthenticationStatus.SUCCESS
                : AuthenticationStatus.SEND_FAILURE;
    }

    @Override
    public AuthenticationStatus doNothing() {
        return AuthenticationStatus.NOT_DONE;
    }

    @Override
    public @Nullable Principal getCallerPrincipal() {
        return null;
    }

    @Override
    public Set<String> getGroups() {
        return Set.of();
    }

    private static UnsupportedOperationException none() {
        return new UnsupportedOperationException("outside the container");
    }
}
