package health.miadi.identity.control.openid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.miadi.identity.entity.AccountFact;
import health.miadi.shared.refusal.Refusal;
import jakarta.json.JsonObject;
import jakarta.security.enterprise.identitystore.openid.IdentityToken;
import jakarta.security.enterprise.identitystore.openid.JwtClaims;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is believed of what a provider says (R-AUTH-4). */
class OpenIdIdentityTest {
    private static final JsonObject NOTHING = (JsonObject) Proxy.newProxyInstance(
            JsonObject.class.getClassLoader(),
            new Class<?>[] {JsonObject.class},
            (proxy, method, arguments) -> method.getName().equals("getString") ? arguments[1] : null);

    private record Token(String algorithm, Map<String, Object> claims) implements IdentityToken {
        @Override
        public String getToken() {
            String header = "{\"alg\":\"" + algorithm + "\"}";
            return Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(StandardCharsets.UTF_8))
                    + ".e30.";
        }

        @Override
        public JwtClaims getJwtClaims() {
            return JwtClaims.NONE;
        }

        @Override
        public boolean isExpired() {
            return false;
        }

        @Override
        public Map<String, Object> getClaims() {
            return claims;
        }
    }

    private static OpenIdIdentity read(String algorithm, Map<String, Object> more) {
        Map<String, Object> claims = new java.util.HashMap<>(
                Map.of("iss", "https://provider", "sub", "1", "email", "zoe@example.org", "email_verified", true));
        claims.putAll(more);
        return OpenIdIdentity.of(new Token(algorithm, claims), NOTHING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "PS384", "ES256", "EdDSA"})
    void aTokenSignedWithTheProvidersKeyIs(String algorithm) {
        assertThat(read(algorithm, Map.of()).subject()).isEqualTo("1");
    }

    /** The platform's own verification lets these pass. */
    @ParameterizedTest
    @ValueSource(strings = {"none", "HS256", "dir"})
    void aTokenThatAnybodyCouldHaveMadeIsNot(String algorithm) {
        assertThatThrownBy(() -> read(algorithm, Map.of()))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.fact()).isEqualTo(AccountFact.SIGN_IN_FAILED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "zoe", "zoe@example.org\u0000", "a@b.c\n", "zoe@exämple.org"})
    void anAddressThatIsNoneIsNot(String email) {
        assertThatThrownBy(() -> read("RS256", Map.of("email", email))).isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @DisplayName("R-PERS-4: who has one name has one")
    @CsvSource({
        "Zoë, O'Hara, Zoë O'Hara, Zoë, O'Hara",
        "'', '', Zoë van der O'Hara, Zoë van der, O'Hara",
        "'', '', Zoë, Zoë, ",
        "'', '', Zoë -, Zoë, ",
        "'', '', -, zoe, ",
        "Zoë, '', '', Zoë, ",
        "Suharto, -, Suharto -, Suharto, ",
        "'', O'Hara, '', , O'Hara",
        "., O'Hara, '', , O'Hara",
        "'', '', '', zoe, ",
        "' Zoë ', O'Hara, '', Zoë, O'Hara"
    })
    void aNameIsAsGoodAsWhatIsSaid(
            String given, String family, String name, @Nullable String first, @Nullable String last) {
        PersonName read = read("RS256", Map.of("given_name", given, "family_name", family, "name", name))
                .name();
        assertThat(read).isEqualTo(new PersonName(first, last));
    }

    @Test
    void aNameHasNoSignsThatNobodySeesAndAnEnd() {
        PersonName read = read("RS256", Map.of("given_name", "Z\u0000o\r\në", "family_name", "x".repeat(500)))
                .name();
        assertThat(read.first()).isEqualTo("Zoë");
        assertThat(read.last()).hasSize(120);
    }
}
