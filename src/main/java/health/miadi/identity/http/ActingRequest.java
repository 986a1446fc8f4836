package health.miadi.identity.http;

import health.miadi.audit.entity.Actor;
import health.miadi.identity.control.SessionClient;
import health.miadi.identity.control.TrustedProxies;
import health.miadi.identity.control.VerifiedToken;
import health.miadi.identity.entity.Caller;
import health.miadi.identity.entity.User;
import health.miadi.shared.http.RequestId;
import health.miadi.shared.http.WatchedRequest;
import health.miadi.shared.net.Forwarding;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who acts in a request. A request scope without a request, such as a timer's, is the application's own work. */
@RequestScoped
public class ActingRequest {
    @Inject
    TrustedProxies proxies;

    private @Nullable HttpServletRequest request;
    private @Nullable UUID userId;
    private String role = Actor.ANONYMOUS_ROLE;

    /** Takes note of the request to which this scope belongs. */
    public void begin(HttpServletRequest begun) {
        this.request = begun;
    }

    /** Takes note that whoever made the request has just proved to be that user. */
    void proved(User user) {
        userId = user.id();
        role = user.role().word();
        if (request != null) {
            WatchedRequest.account(request, user.id());
        }
    }

    /** With what and from where somebody acts (R-AUTH-11). */
    SessionClient client() {
        HttpServletRequest current = request;
        return current == null
                ? SessionClient.of(null, null)
                : SessionClient.of(
                        current.getHeader("User-Agent"),
                        proxies.network(peer(current), Forwarding.addresses(current))
                                .orElse(null));
    }

    private static String peer(HttpServletRequest request) {
        return Optional.ofNullable(request.getRemoteAddr()).orElse("");
    }

    /** Who acts now. */
    Actor actor() {
        HttpServletRequest current = request;
        if (current == null) {
            return Actor.SYSTEM;
        }
        String address =
                proxies.client(peer(current), Forwarding.addresses(current)).orElse(null);
        String requestId = RequestId.of(current);
        String serverRequestId = RequestId.ownOf(current);
        if (current.getAttribute(VerifiedToken.ATTRIBUTE) instanceof VerifiedToken token) {
            Caller caller = token.caller();
            return new Actor(caller.userId(), caller.role().word(), null, address, requestId, serverRequestId);
        }
        return new Actor(userId, role, null, address, requestId, serverRequestId);
    }
}
