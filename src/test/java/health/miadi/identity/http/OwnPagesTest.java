package health.miadi.identity.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Finding L3 among others. */
@DisplayName("R-AUTH-7: an origin is one of our own pages'")
class OwnPagesTest {
    @ParameterizedTest
    @DisplayName("when it is that of the public URL")
    @CsvSource({
        "https://clinic.example, true",
        "http://clinic.example, false",
        "https://clinic.example:8443, false",
        "https://clinic.example.evil.example, false",
        "https://evil-clinic.example, false",
        "https://internal:8080, false",
        "null, false",
        "'', false",
    })
    void configured(String origin, boolean own) {
        OwnPages pages = new OwnPages();
        pages.publicUrl = Optional.of("https://Clinic.example:443/");
        assertThat(pages.contain(origin, "internal:8080")).isEqualTo(own);
    }

    @ParameterizedTest
    @DisplayName("when it is that of the host that the request was sent to, where nothing is configured")
    @CsvSource({
        "http://localhost:8080, localhost:8080, true",
        "https://clinic.example, clinic.example, true",
        "http://localhost:8081, localhost:8080, false",
        "https://evil.example, clinic.example, false",
        "ftp://clinic.example, clinic.example, false",
        "http://, '', false",
    })
    void byHost(String origin, String host, boolean own) {
        OwnPages pages = new OwnPages();
        pages.publicUrl = Optional.empty();
        assertThat(pages.contain(origin, host)).isEqualTo(own);
    }
}
