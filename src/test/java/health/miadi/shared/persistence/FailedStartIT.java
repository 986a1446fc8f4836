package health.miadi.shared.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.testing.server.ServerUnderTest;
import health.miadi.testing.server.TestDatabase;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A server whose application cannot start ends, says why, and says so to whoever started it (ADR 0041). */
class FailedStartIT {
    private static final String SENTENCE = "Miadi cannot start: there is no database 127.0.0.1:";

    @Test
    void theProcessEndsWithASentenceAndAStatus() {
        try (TestDatabase database = TestDatabase.start()) {
            var ended = ServerUnderTest.inVain(
                    "failed-start", database, Map.of("MIADI_DB_URL", database.url() + "_of_others?password=hunter2"));

            assertThat(ended.status()).isEqualTo(1);
            assertThat(ended.log()).contains(SENTENCE).doesNotContain("hunter2");
            assertThat(database.tables()).isEmpty();
        }
    }
}
