package health.miadi.shared.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.miadi.shared.metrics.MetricsAccess.Verdict;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Metrics are read")
class MetricsAccessTest {
    private static final String TOKEN = "a-token-that-is-long-enough";

    @Test
    @DisplayName("by nobody, as long as nobody says by whom")
    void off() {
        assertThat(access(Map.of()).judge("127.0.0.1", false, "Bearer " + TOKEN))
                .isEqualTo(Verdict.UNSEEN);
    }

    @Test
    @DisplayName("with the token, from a file as well")
    void token(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("token"), TOKEN + "\n");
        for (MetricsAccess access : new MetricsAccess[] {
            access(Map.of("miadi.metrics.token", TOKEN)), access(Map.of("miadi.metrics.token-file", file.toString()))
        }) {
            assertThat(access.judge("192.0.2.1", true, "Bearer " + TOKEN)).isEqualTo(Verdict.OPEN);
            for (String wrong : new String[] {"", TOKEN, "Bearer ", "Bearer " + TOKEN + "x", "Basic " + TOKEN}) {
                assertThat(access.judge("127.0.0.1", false, wrong)).as(wrong).isEqualTo(Verdict.NO_TOKEN);
            }
        }
    }

    @ParameterizedTest
    @DisplayName("from the addresses, which no proxy speaks for")
    @CsvSource({"10.1.2.3,false,OPEN", "::1,false,OPEN", "11.1.2.3,false,UNSEEN", "10.1.2.3,true,UNSEEN"})
    void addresses(String peer, boolean forwarded, Verdict verdict) {
        MetricsAccess access = access(Map.of("miadi.metrics.from", "10.0.0.0/8, ::1"));
        assertThat(access.judge(peer, forwarded, "")).isEqualTo(verdict);
    }

    @Test
    @DisplayName("by both, where both are configured")
    void both() {
        MetricsAccess access = access(Map.of("miadi.metrics.from", "::1", "miadi.metrics.token", TOKEN));
        assertThat(access.judge("::1", false, "Bearer " + TOKEN)).isEqualTo(Verdict.OPEN);
        assertThat(access.judge("::1", false, "")).isEqualTo(Verdict.NO_TOKEN);
        assertThat(access.judge("::2", false, "Bearer " + TOKEN)).isEqualTo(Verdict.UNSEEN);
    }

    @ParameterizedTest
    @DisplayName("by nobody whose setting is not understood: the start is refused, and the value is not told")
    @CsvSource({"token,short-secret", "token-file,/not/there", "from,somewhere", "from,10.0.0.0/99"})
    void faults(String setting, String value) {
        assertThatThrownBy(() -> access(Map.of("miadi.metrics." + setting, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("MIADI_METRICS_"
                        + setting.toUpperCase(java.util.Locale.ROOT).replace('-', '_'))
                .hasMessageNotContaining(value);
    }

    private static MetricsAccess access(Map<String, String> values) {
        return MetricsAccess.of((Config) Proxy.newProxyInstance(
                Config.class.getClassLoader(),
                new Class<?>[] {Config.class},
                (proxy, method, arguments) -> Optional.ofNullable(values.get((String) arguments[0]))));
    }
}
