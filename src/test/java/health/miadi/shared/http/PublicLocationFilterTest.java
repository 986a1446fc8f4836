package health.miadi.shared.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Behind a proxy that ends TLS nothing is said to be at an address in clear. */
class PublicLocationFilterTest {

    @Test
    void aPathIsAtThePublicAddress() {
        assertThat(location("https://clinic.example.org", "/api/v1/appointments/1"))
                .hasToString("https://clinic.example.org/api/v1/appointments/1");
        assertThat(location(" https://clinic.example.org:8443/ ", "/app/sign-in?next=%2Fapp"))
                .hasToString("https://clinic.example.org:8443/app/sign-in?next=%2Fapp");
    }

    @Test
    void whatIsAnAddressStays() {
        assertThat(location("https://clinic.example.org", "https://accounts.google.com/o?state=1"))
                .hasToString("https://accounts.google.com/o?state=1");
        assertThat(location("https://clinic.example.org", "//elsewhere.example/x"))
                .hasToString("//elsewhere.example/x");
    }

    @Test
    void withoutThatSettingTheServerSays() {
        assertThat(location("", "/api/v1/appointments/1")).hasToString("/api/v1/appointments/1");
    }

    @Test
    void anAnswerWithoutOneGetsNone() {
        MultivaluedMap<String, Object> headers = new MultivaluedHashMap<>();
        filter("https://clinic.example.org", headers);
        assertThat(headers).isEmpty();
    }

    private static Object location(String publicUrl, String location) {
        MultivaluedMap<String, Object> headers = new MultivaluedHashMap<>();
        headers.putSingle("Location", URI.create(location));
        filter(publicUrl, headers);
        return headers.getFirst("Location");
    }

    private static void filter(String publicUrl, MultivaluedMap<String, Object> headers) {
        var filter = new PublicLocationFilter();
        filter.publicUrl = Optional.of(publicUrl);
        filter.filter(
                nothing(ContainerRequestContext.class, new MultivaluedHashMap<>()),
                nothing(ContainerResponseContext.class, headers));
    }

    /** Knows its headers, and nothing else. */
    private static <T> T nothing(Class<T> type, MultivaluedMap<String, Object> headers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> method.getName().equals("getHeaders") ? headers : null));
    }
}
