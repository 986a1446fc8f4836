package health.miadi.identity.control.openid;

import health.miadi.shared.refusal.CommonFact;
import health.miadi.shared.refusal.Refusal;
import health.miadi.shared.settings.Configured;
import health.miadi.shared.settings.Setting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.authentication.mechanism.http.OpenIdAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.openid.ClaimsDefinition;
import java.util.Optional;

/**
 * Which OpenID provider people sign in with, and as whom Miadi asks there. The mechanism of the platform reads these
 * values when it is used first, not when the application starts: without a client id it is never used.
 */
@ApplicationScoped
@Named("openId")
@OpenIdAuthenticationMechanismDefinition(
        providerURI = "${openId.providerUri}",
        clientId = "${openId.clientId}",
        clientSecret = "${openId.clientSecret}",
        redirectURI = "${openId.redirectUri}",
        claimsDefinition = @ClaimsDefinition(callerNameClaim = "sub"),
        scope = {"openid", "email", "profile"},
        useSession = false,
        jwksConnectTimeout = 5_000,
        jwksReadTimeout = 5_000)
public class OpenIdSettings {
    /** Where the provider sends people back to, below the context. */
    public static final String CALLBACK = "/api/v1/auth/google/callback";

    @Inject
    @Configured(Setting.GOOGLE_CLIENT_ID)
    Optional<String> clientId;

    @Inject
    @Configured(Setting.GOOGLE_CLIENT_SECRET)
    Optional<String> clientSecret;

    @Inject
    @Configured(Setting.OPENID_PROVIDER_URI)
    String providerUri;

    @Inject
    @Configured(Setting.PUBLIC_URL)
    Optional<String> publicUrl;

    /** Whether people can sign in this way here. */
    public boolean isOn() {
        return clientId.filter(id -> !id.isBlank()).isPresent();
    }

    /**
     * Checks that people can sign in this way here.
     *
     * @throws Refusal {@code not-found} when they cannot
     */
    public void requireOn() {
        if (!isOn()) {
            throw Refusal.of(CommonFact.NOT_FOUND, "R-AUTH-4", "Signing in with Google is not switched on here.");
        }
    }

    public String getClientId() {
        return clientId.orElse("");
    }

    public String getClientSecret() {
        return clientSecret.orElse("");
    }

    /** The provider's address; its discovery document lies below it. */
    public String getProviderUri() {
        return providerUri;
    }

    /** Where the provider sends people back to; the mechanism puts the request's own address in place of the variable. */
    public String getRedirectUri() {
        return publicAddress().orElse("${baseURL}") + CALLBACK;
    }

    /** The address of a page here, whole where the server cannot know it itself: behind a proxy that ends TLS. */
    public String addressOf(Landing page) {
        return publicAddress().orElse("") + page.path();
    }

    /** The address that browsers know Miadi by, without a slash at its end; empty when each request says it right. */
    public Optional<String> publicAddress() {
        return publicUrl.map(url -> url.strip().replaceFirst("/+$", "")).filter(url -> !url.isEmpty());
    }
}
