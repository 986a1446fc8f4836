package health.miadi.shared.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A request's id")
class RequestIdTest {
    @Test
    @DisplayName("is the caller's own when it is sane")
    void own() {
        assertThat(RequestId.choose("trace-42:a/b", "ours")).isEqualTo("trace-42:a/b");
    }

    @Test
    @DisplayName("is the server's when the caller sent none, or one that could forge log lines")
    void fresh() {
        for (String offered : new String[] {null, "", "a b", "a\r\nSEVERE", "x".repeat(101), "<b>"}) {
            assertThat(RequestId.choose(offered, "ours")).isEqualTo("ours");
        }
    }
}
