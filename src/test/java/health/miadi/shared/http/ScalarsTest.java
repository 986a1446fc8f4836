package health.miadi.shared.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.miadi.shared.validation.Scalars;
import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Finding L13 among others. */
@DisplayName("The grammar of the contract's scalars")
class ScalarsTest {
    @Test
    @DisplayName("R-TIME-1: takes an instant with its offset")
    void instant() {
        assertThat(Scalars.instant("2026-11-21T09:00:00+03:00")).isEqualTo(Instant.parse("2026-11-21T06:00:00Z"));
        assertThat(Scalars.instant("2026-11-21T09:00Z")).isEqualTo(Instant.parse("2026-11-21T09:00:00Z"));
        assertThat(Scalars.instant("2026-11-21t09:00:00.5z")).isEqualTo(Instant.parse("2026-11-21T09:00:00.5Z"));
    }

    @ParameterizedTest
    @DisplayName("R-TIME-1: refuses what is no instant, and does not repeat it")
    @ValueSource(
            strings = {
                "2026-11-21T09:00:00",
                "2026-11-21",
                "2026-02-30T09:00:00Z",
                "2026-11-21T23:59:60Z",
                "2026-11-21T24:00:00Z",
                "+10000-01-01T00:00:00Z",
                "0000-01-01T00:00:00Z",
                "0000-12-31T23:59:59-00:00",
                "0001-01-01T00:00:00+00:01",
                "9999-12-31T23:59:59-00:01",
                "10000-01-01T00:00:00Z",
                "2026-11-21T09:00:00+19:00",
                "2026-11-21 09:00:00Z",
                "1795291815",
                "tomorrow",
                ""
            })
    void noInstant(String text) {
        assertThatThrownBy(() -> Scalars.instant(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("with an offset");
    }

    @ParameterizedTest
    @DisplayName("refuses days that do not exist")
    @ValueSource(
            strings = {"2026-02-30", "2026-13-01", "2026-1-1", "20261121", "10000-01-01", "2025-02-29", "0000-02-29"})
    void noDay(String text) {
        assertThatThrownBy(() -> Scalars.date(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("writes and reads times of day by the minute")
    void time() {
        assertThat(Scalars.time("09:30")).isEqualTo(LocalTime.of(9, 30));
        assertThat(Scalars.time(LocalTime.of(9, 5))).isEqualTo("09:05");
        assertThatThrownBy(() -> Scalars.time("24:30")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Scalars.time("9:30")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @DisplayName("refuses ids that the JDK alone would take")
    @ValueSource(strings = {"1-1-1-1-1", "01a1ffbb20317a3d827a42ca84fdc4cf", "zzz", ""})
    void noId(String text) {
        assertThatThrownBy(() -> Scalars.uuid(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
