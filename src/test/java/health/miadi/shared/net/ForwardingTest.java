package health.miadi.shared.net;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("R-AUTH-6: what a proxy says of a client")
class ForwardingTest {

    @Test
    @DisplayName("is read where the proxy speaks HTTP/1.1")
    void read() {
        assertThat(Forwarding.addresses(request("HTTP/1.1", Map.of("X-Forwarded-For", "203.0.113.9"))))
                .containsExactly("203.0.113.9");
    }

    @Test
    @DisplayName("is nothing over HTTP/2, which runs through a proxy as a tunnel")
    void tunnel() {
        HttpServletRequest tunnelled = request("HTTP/2.0", Map.of("X-Forwarded-For", "203.0.113.9"));
        assertThat(Forwarding.addresses(tunnelled)).isEmpty();
        assertThat(Forwarding.isForwarded(request("HTTP/2.0", Map.of()))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Forwarded", "X-Forwarded-For", "Via"})
    @DisplayName("shows that somebody stands behind the peer")
    void forwarded(String header) {
        assertThat(Forwarding.isForwarded(request("HTTP/1.1", Map.of(header, "a"))))
                .isTrue();
        assertThat(Forwarding.isForwarded(request("HTTP/1.1", Map.of()))).isFalse();
    }

    private static HttpServletRequest request(String protocol, Map<String, String> headers) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                ForwardingTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getProtocol" -> protocol;
                    case "getHeader" -> headers.get((String) arguments[0]);
                    case "getHeaders" ->
                        Collections.enumeration(
                                headers.containsKey((String) arguments[0])
                                        ? List.of(headers.get((String) arguments[0]))
                                        : List.of());
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
