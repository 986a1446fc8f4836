package health.miadi.shared.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatchedRequestTest {
    /** No alert wakes anybody because somebody closed a page. */
    @ParameterizedTest
    @CsvSource({"200, false, 500", "404, false, 500", "503, false, 503", "200, true, 200"})
    void whoLeavesAStreamIsNoFailure(int status, boolean streaming, int counted) {
        assertThat(WatchedRequest.statusOfBroken(status, streaming)).isEqualTo(counted);
    }
}
