package health.miadi.identity.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Where passkeys are shown (R-AUTH-18)")
class PasskeyOriginsTest {
    @Test
    @DisplayName("is the public address, whatever the request says")
    void publicAddress() {
        PasskeySite site = PasskeyOrigins.site("https://Clinic.example.org/", null, "evil.example", null);
        assertThat(site.origins()).containsExactly("https://clinic.example.org");
        assertThat(site.rpId()).isEqualTo("clinic.example.org");
        assertThat(PasskeyOrigins.site("https://clinic.example.org:8443", "example.org", "x", null))
                .satisfies(above -> assertThat(above.origins()).containsExactly("https://clinic.example.org:8443"))
                .satisfies(above -> assertThat(above.rpId()).isEqualTo("example.org"));
    }

    @Test
    @DisplayName("is the host of the request without one, in the clear on this machine only")
    void host() {
        assertThat(PasskeyOrigins.site(null, null, "localhost:8080", null))
                .satisfies(site -> assertThat(site.origins())
                        .containsExactlyInAnyOrder("https://localhost:8080", "http://localhost:8080"))
                .satisfies(site -> assertThat(site.rpId()).isEqualTo("localhost"));
        assertThat(PasskeyOrigins.site(null, null, "clinic.example.org", null).origins())
                .containsExactly("https://clinic.example.org");
    }

    @Test
    @DisplayName("is nowhere for a host that is none")
    void nonsense() {
        for (String host : List.of("", "a b", "[", "//", "x".repeat(3_000) + "%")) {
            assertThat(PasskeyOrigins.site(null, null, host, null).rpId())
                    .as(host)
                    .isNotEmpty();
        }
    }

    @Test
    @DisplayName("remembers a browser by a cookie of one form")
    void cookie() {
        String value = PasskeyCookie.newValue();
        assertThat(PasskeyCookie.of(List.of("short", value))).contains(value);
        assertThat(PasskeyCookie.of(List.of("short"))).isEmpty();
    }
}
