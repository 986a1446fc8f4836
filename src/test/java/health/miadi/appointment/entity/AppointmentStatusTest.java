package health.miadi.appointment.entity;

import static health.miadi.appointment.entity.AppointmentStatus.CANCELLED;
import static health.miadi.appointment.entity.AppointmentStatus.CHECKED_IN;
import static health.miadi.appointment.entity.AppointmentStatus.COMPLETED;
import static health.miadi.appointment.entity.AppointmentStatus.NO_SHOW;
import static health.miadi.appointment.entity.AppointmentStatus.SCHEDULED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The status of an appointment")
class AppointmentStatusTest {
    @Test
    @DisplayName("R-BOOK-7: goes from scheduled to every other")
    void fromScheduled() {
        assertThat(SCHEDULED.next()).containsExactlyInAnyOrder(CHECKED_IN, COMPLETED, CANCELLED, NO_SHOW);
    }

    @Test
    @DisplayName("R-BOOK-7: goes from checked in to completed or cancelled")
    void fromCheckedIn() {
        assertThat(CHECKED_IN.next()).containsExactlyInAnyOrder(COMPLETED, CANCELLED);
    }

    @ParameterizedTest
    @DisplayName("R-BOOK-7: ends")
    @EnumSource(names = {"COMPLETED", "CANCELLED", "NO_SHOW"})
    void ends(AppointmentStatus status) {
        assertThat(status.next()).isEmpty();
    }

    @ParameterizedTest
    @DisplayName("R-BOOK-7a: is corrected where it was marked, and a cancellation is no mark")
    @EnumSource
    void corrections(AppointmentStatus status) {
        assertThat(status.corrections().isEmpty()).isEqualTo(status == SCHEDULED || status == CANCELLED);
        assertThat(status.corrections()).doesNotContain(status, CANCELLED);
    }

    @ParameterizedTest
    @DisplayName("R-BOOK-0: is active exactly while something can follow")
    @EnumSource
    void active(AppointmentStatus status) {
        assertThat(status.isActive()).isEqualTo(!status.next().isEmpty());
    }
}
