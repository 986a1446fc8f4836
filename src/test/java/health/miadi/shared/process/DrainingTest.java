package health.miadi.shared.process;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.shared.http.RequestWatchFilter;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A node that stops waits for every request that has begun (ADR 0045). */
class DrainingTest {
    private final RequestWatchFilter first = new RequestWatchFilter();

    private static HttpServletRequest request(String path) {
        Map<Object, Object> attributes = new HashMap<>();
        return (HttpServletRequest) Proxy.newProxyInstance(
                DrainingTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, given) -> switch (method.getName()) {
                    case "getRequestURI" -> path;
                    case "getContextPath" -> "";
                    case "getMethod" -> "POST";
                    case "getProtocol" -> "HTTP/1.1";
                    case "isAsyncStarted" -> false;
                    case "getAttribute" -> attributes.get(given[0]);
                    case "setAttribute" -> attributes.put(given[0], given[1]);
                    default -> null;
                });
    }

    private static HttpServletResponse response() {
        return (HttpServletResponse) Proxy.newProxyInstance(
                DrainingTest.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (proxy, method, given) -> method.getReturnType() == int.class ? Integer.valueOf(200) : null);
    }

    /** What comes after the first filter waits for the body. */
    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/appointments", "/assets/main.js", "/"})
    void waitsFromBeforeTheBodyToTheEnd(String path) throws ServletException, IOException {
        var waited = new AtomicBoolean();
        first.doFilter(request(path), response(), (request, response) -> waited.set(!Draining.isOver()));
        assertThat(waited).isTrue();
        assertThat(Draining.isOver()).isTrue();
    }

    @Test
    void waitsForNoneThatBroke() throws ServletException, IOException {
        try {
            first.doFilter(request("/"), response(), (request, response) -> {
                throw new IOException("gone");
            });
        } catch (IOException gone) {
            assertThat(gone).hasMessage("gone");
        }
        assertThat(Draining.isOver()).isTrue();
    }
}
