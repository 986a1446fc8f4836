package health.miadi.identity.control;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Collections;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Where passkeys are shown in the request of this moment (R-AUTH-18): at {@code miadi.public-url}, or, where that is not set, at the host that the
 * request was sent to. Whoever makes that up gets a passkey of another name, which is none of ours: each is kept with the name it was made for.
 */
@RequestScoped
public class CurrentPasskeySite {
    @Inject
    HttpServletRequest request;

    @Inject
    @ConfigProperty(name = "miadi.public-url")
    Optional<String> publicUrl;

    @Inject
    @ConfigProperty(name = "miadi.webauthn.rp-id")
    Optional<String> rpId;

    /** That place, with what only this browser has, if it has anything. */
    public PasskeySite get() {
        return with(PasskeyCookie.of(Collections.list(request.getHeaders(HttpHeaders.COOKIE)))
                .orElse(null));
    }

    /** The same for a browser that is given that. */
    public PasskeySite with(@Nullable String browser) {
        return PasskeyOrigins.site(
                publicUrl.filter(url -> !url.isBlank()).orElse(null),
                rpId.filter(id -> !id.isBlank()).orElse(null),
                Optional.ofNullable(request.getHeader(HttpHeaders.HOST)).orElse(""),
                browser);
    }
}
