package health.miadi.identity.control.openid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.miadi.shared.refusal.CommonFact;
import health.miadi.shared.refusal.Refusal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whether people can sign in with Google, and where they come back to (R-AUTH-4). */
class OpenIdSettingsTest {
    private static OpenIdSettings settings(String clientId, String publicUrl) {
        OpenIdSettings settings = new OpenIdSettings();
        settings.clientId = Optional.of(clientId);
        settings.clientSecret = Optional.of("secret");
        settings.publicUrl = Optional.of(publicUrl);
        return settings;
    }

    @Test
    void itIsOffWithoutAClientId() {
        assertThatThrownBy(settings(" ", "")::requireOn)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.fact()).isEqualTo(CommonFact.NOT_FOUND));
        assertThatCode(settings("miadi", "")::requireOn).doesNotThrowAnyException();
    }

    @Test
    void peopleComeBackToTheAddressThatTheyKnow() {
        OpenIdSettings known = settings("miadi", "https://clinic.example.org/");
        assertThat(known.getRedirectUri()).isEqualTo("https://clinic.example.org/api/v1/auth/google/callback");
        assertThat(known.addressOf(Landing.FRONT_PAGE)).isEqualTo("https://clinic.example.org/");
    }

    @Test
    void whereItIsNotSetTheRequestsAddressIsTaken() {
        OpenIdSettings unknown = settings("miadi", "");
        assertThat(unknown.getRedirectUri()).isEqualTo("${baseURL}/api/v1/auth/google/callback");
        assertThat(unknown.addressOf(Landing.FRONT_PAGE)).isEqualTo("/");
    }
}
