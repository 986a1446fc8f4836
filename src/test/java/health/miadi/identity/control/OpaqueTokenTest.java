package health.miadi.identity.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("R-AUTH-2: an opaque token")
class OpaqueTokenTest {
    private final OpaqueToken token = OpaqueToken.random();

    @Test
    @DisplayName("is 256 bits that its text gives back")
    void text() {
        assertThat(token.text()).hasSize(43).matches("[A-Za-z0-9_-]+");
        assertThat(OpaqueToken.of(token.text())).contains(token);
        assertThat(OpaqueToken.random()).isNotEqualTo(token);
    }

    @Test
    @DisplayName("has the same successor for the same salt, and another for another")
    void successor() {
        byte[] salt = OpaqueToken.randomBytes();
        assertThat(token.successor(salt)).isEqualTo(token.successor(salt)).isNotEqualTo(token);
        assertThat(token.successor(OpaqueToken.randomBytes())).isNotEqualTo(token.successor(salt));
        assertThat(OpaqueToken.random().successor(salt)).isNotEqualTo(token.successor(salt));
    }

    @Test
    @DisplayName("is recognised by its hash and says nothing of itself")
    void hash() {
        assertThat(token.hasHash(token.hash())).isTrue();
        assertThat(token.hasHash(OpaqueToken.random().hash())).isFalse();
        assertThat(token).hasToString("OpaqueToken");
    }

    @ParameterizedTest
    @DisplayName("is nothing else")
    @ValueSource(
            strings = {
                "",
                "x",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA+"
            })
    void refuses(String text) {
        assertThat(OpaqueToken.of(text)).isEmpty();
    }
}
