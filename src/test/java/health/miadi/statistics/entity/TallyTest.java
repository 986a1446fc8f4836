package health.miadi.statistics.entity;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.appointment.entity.AppointmentStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The figures of ADR 0032")
class TallyTest {

    private static final Instant NOW = Instant.parse("2026-02-01T08:00:00Z");

    private static Instant in(long minutes) {
        return NOW.plus(Duration.ofMinutes(minutes));
    }

    @Test
    @DisplayName("no-shows are a share of the visits that are over, whatever is to come or was cancelled")
    void noShows() {
        Tally tally = new Tally()
                .add(AppointmentStatus.SCHEDULED, 50, 500)
                .add(AppointmentStatus.CANCELLED, 7, 70)
                .add(AppointmentStatus.COMPLETED, 2, 60)
                .add(AppointmentStatus.NO_SHOW, 1, 30);
        assertThat(tally.noShowRate()).isEqualTo(0.3333);
        assertThat(tally.total()).isEqualTo(60);
        assertThat(tally.bookedMinutes()).isEqualTo(590);
    }

    @Test
    @DisplayName("where no visit is over there is no share of no-shows")
    void nothingIsOver() {
        assertThat(new Tally().noShowRate()).isNull();
        assertThat(new Tally().add(AppointmentStatus.CHECKED_IN, 1, 30).noShowRate())
                .isNull();
    }

    @Test
    @DisplayName("a share of nothing is none, and one of less than was taken is above 1")
    void shares() {
        assertThat(Shares.of(30, 0)).isNull();
        assertThat(Shares.of(90, 60)).isEqualTo(1.5);
        assertThat(Shares.of(0, 60)).isZero();
    }

    @Test
    @DisplayName("the waiting time is the one in the middle, or between the two there")
    void waiting() {
        assertThat(Waiting.medianMinutes(NOW, List.of())).isNull();
        assertThat(Waiting.medianMinutes(NOW, List.of(in(9000), in(30), in(60))))
                .isEqualTo(60);
        assertThat(Waiting.medianMinutes(NOW, List.of(in(60), in(30)))).isEqualTo(45);
    }
}
