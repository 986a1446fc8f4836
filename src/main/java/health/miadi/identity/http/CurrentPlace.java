package health.miadi.identity.http;

import health.miadi.identity.control.Place;
import health.miadi.identity.control.TrustedProxies;
import health.miadi.shared.net.Forwarding;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** From where the request of this moment comes; behind a proxy only if that one is trusted (R-AUTH-6). */
@RequestScoped
public class CurrentPlace {
    @Inject
    HttpServletRequest request;

    @Inject
    TrustedProxies proxies;

    /** The client's place. */
    public Place get() {
        String peer = Optional.ofNullable(request.getRemoteAddr()).orElse("");
        return proxies.place(peer, Forwarding.addresses(request));
    }
}
