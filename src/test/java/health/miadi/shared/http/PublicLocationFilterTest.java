package health.miadi.shared.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

/** Behind a proxy that ends TLS nothing is said to be at an address in clear. */
class PublicLocationFilterTest {

    @Test
    void aPathIsAtThePublicAddress() {
        assertThat(located("https://clinic.example.org", "/api/v1/appointments/1"))
                .hasToString("https://clinic.example.org/api/v1/appointments/1");
        assertThat(located("https://clinic.example.org:8443/", "/app/sign-in?next=%2Fapp#top"))
                .hasToString("https://clinic.example.org:8443/app/sign-in?next=%2Fapp#top");
    }

    @Test
    void whatTheServerTakesForItselfIsThereToo() {
        assertThat(located("https://clinic.example.org", "http://10.0.0.11:8080/api/v1/appointments/1?a=%20"))
                .hasToString("https://clinic.example.org/api/v1/appointments/1?a=%20");
    }

    @Test
    void whatIsElsewhereStays() {
        for (String elsewhere : new String[] {
            "https://accounts.google.com/o?state=1", "//elsewhere.example/x", "https://clinic.example.org/app"
        }) {
            assertThat(located("https://clinic.example.org", elsewhere)).hasToString(elsewhere);
        }
    }

    private static URI located(String publicUrl, String location) {
        return PublicLocationFilter.located(
                publicUrl, URI.create("http://10.0.0.11:8080/api/v1/"), URI.create(location));
    }
}
