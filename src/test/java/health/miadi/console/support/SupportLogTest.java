package health.miadi.console.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a support bundle has of logs and settings. */
class SupportLogTest {

    @Test
    void aRequestKeepsWhatItWasAndNotWhose() {
        assertThat(
                        kept(
                                "2026-11-30T08:35:26.123+0000 INFO    health.miadi.shared.logging.RequestLog: [0712345678] request:"
                                        + " account=01a22b98-3376-7d93-b050-772770b8c071 operation=bookAppointment method=POST status=201 millis=33"))
                .containsExactly(
                        "2026-11-30T08:35:26.123+0000 INFO health.miadi.shared.logging.RequestLog: request"
                                + " operation=bookAppointment method=POST status=201 millis=33",
                        "(0 lines passed over)");
    }

    @Test
    void eachServersFormatIsRead() {
        String request = "request: account=- operation=login method=POST status=401 millis=5";
        String expected = "request operation=login method=POST status=401 millis=5";

        assertThat(kept(
                        "Nov 30, 2026 8:35:26 AM health.miadi.shared.logging.RequestLog lambda$answered$1",
                        "INFO: [x] " + request))
                .first()
                .asString()
                .endsWith(expected);
        assertThat(kept("08:35:26,123 INFO  [health.miadi.shared.logging.RequestLog] (default task-1) [x] " + request))
                .first()
                .asString()
                .endsWith(expected);
        assertThat(
                        kept(
                                "{\"time\":\"2026-11-30T08:35:26.123Z\",\"level\":\"INFO\",\"logger\":\"health.miadi.shared.logging.RequestLog\","
                                        + "\"message\":\"Amina\",\"account\":\"-\",\"operation\":\"login\",\"method\":\"POST\",\"status\":401,\"millis\":5}"))
                .first()
                .asString()
                .contains("operation=login status=401 millis=5")
                .doesNotContain("Amina");
    }

    @Test
    void ofAnExceptionTheClassAndThePlaceStay() {
        assertThat(kept(
                        "java.lang.IllegalStateException: Amina Otieno is not there",
                        "\tat health.miadi.patient.entity.Patient.rename(Patient.java:12)",
                        "Caused by: org.postgresql.util.PSQLException: ERROR: Key (phone)=(+254712345678) exists",
                        "  Detail: Key (phone)=(+254712345678)",
                        "\t... 12 more"))
                .containsExactly(
                        "java.lang.IllegalStateException",
                        "\tat health.miadi.patient.entity.Patient.rename(Patient.java:12)",
                        "Caused by: org.postgresql.util.PSQLException",
                        "\t... 12 more",
                        "(1 lines passed over)");
    }

    @Test
    void nothingSaidInWordsStays() {
        assertThat(String.join(
                        "\n",
                        kept(
                                "2026-11-30T08:35:26.123+0000 WARNING some.library.Thing: amina.otieno@example.org cannot be reached",
                                "2026-11-30T08:35:26.123+0000 WARNING health.miadi.audit.control.Sealing: Amina",
                                "{\"time\":\"Amina\",\"level\":\"INFO\",\"logger\":\"a.b\"}",
                                "{\"time\":\"2026-11-30T08:35:26Z\",\"level\":\"INFO\",\"logger\":\"a.b\",\"message\":\"Otieno\"}",
                                "amina.otieno@example.org: hello",
                                "Amina Otieno")))
                .doesNotContainIgnoringCase("amina")
                .doesNotContainIgnoringCase("otieno");
    }

    @Test
    void onlyTheLastLinesStay() {
        assertThat(SupportLog.of(Stream.of("a.B" + "Exception", "\tat a.B.c(B.java:1)", "\tat a.B.c(B.java:2)"), 1))
                .containsExactly("\tat a.B.c(B.java:2)", "(0 lines passed over)");
    }

    @Test
    void settingsShowNumbersAndSwitchesAndNoSecret() {
        assertThat(SupportSettings.of(Map.of(
                        "MIADI_DB_POOL_SIZE", "20",
                        "MIADI_DB_URL", "jdbc:postgresql://db.clinic.example/miadi?password=hunter2",
                        "MIADI_DB_PASSWORD", "12345678",
                        "MIADI_ADMIN_USERNAME", "admin",
                        "MIADI_LOG_FORMAT", "json",
                        "MIADI_PASSWORD_WORDS", "",
                        "MIADI_PUBLIC_URL", "https://clinic.example.org",
                        "HOME", "/home/amina")))
                .isEqualTo("""
                        MIADI_ADMIN_USERNAME=(set)
                        MIADI_DB_PASSWORD=(set)
                        MIADI_DB_POOL_SIZE=20
                        MIADI_DB_URL=a PostgreSQL at 1 host, with parameters
                        MIADI_LOG_FORMAT=json
                        MIADI_PASSWORD_WORDS=(empty)
                        MIADI_PUBLIC_URL=(set)
                        """);
    }

    private static List<String> kept(String... lines) {
        return SupportLog.of(List.of(lines).stream(), 100);
    }
}
