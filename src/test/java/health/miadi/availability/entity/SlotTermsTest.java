package health.miadi.availability.entity;

import static health.miadi.availability.entity.ScheduleFixture.at;
import static health.miadi.availability.entity.TermsFixture.minutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SlotTermsTest {

    @Test
    void lengthsOutOfRangeAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> minutes(0).terms());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> minutes(30).every(0).terms());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> minutes(30).buffers(-1, 0).terms());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> minutes(30).atMostPerDay(0).terms());
    }

    @Test
    void buffersBlockTimeAndAreNotPartOfTheAppointment() {
        SlotTerms terms = minutes(30).buffers(10, 5).terms();
        assertThat(terms.appointment(at("2026-11-23T09:00Z")))
                .isEqualTo(new Interval(at("2026-11-23T09:00Z"), at("2026-11-23T09:30Z")));
        assertThat(terms.blocked(at("2026-11-23T09:00Z")))
                .isEqualTo(new Interval(at("2026-11-23T08:50Z"), at("2026-11-23T09:35Z")));
    }
}
