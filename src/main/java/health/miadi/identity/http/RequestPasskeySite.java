package health.miadi.identity.http;

import health.miadi.identity.control.CurrentPasskeySite;
import health.miadi.identity.control.PasskeyCookie;
import health.miadi.identity.control.PasskeyOrigins;
import health.miadi.identity.control.PasskeySite;
import health.miadi.shared.http.Cookies;
import health.miadi.shared.settings.Configured;
import health.miadi.shared.settings.Setting;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * At {@code miadi.public-url}, or, where that is not set, at the host that the
 * request was sent to. Whoever makes that up gets a passkey of another name, which is none of ours: each is kept with the name it was made for.
 */
@RequestScoped
public class RequestPasskeySite implements CurrentPasskeySite {
    @Inject
    HttpServletRequest request;

    @Inject
    @Configured(Setting.PUBLIC_URL)
    Optional<String> publicUrl;

    @Inject
    @Configured(Setting.WEBAUTHN_RP_ID)
    Optional<String> rpId;

    @Override
    public PasskeySite get() {
        return with(PasskeyCookie.of(Cookies.named(PasskeyCookie.NAME, request)).orElse(null));
    }

    @Override
    public PasskeySite with(@Nullable String browser) {
        return PasskeyOrigins.site(
                publicUrl.filter(url -> !url.isBlank()).orElse(null),
                rpId.filter(id -> !id.isBlank()).orElse(null),
                Optional.ofNullable(request.getHeader(HttpHeaders.HOST)).orElse(""),
                browser);
    }
}
