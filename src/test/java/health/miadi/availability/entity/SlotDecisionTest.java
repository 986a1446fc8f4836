package health.miadi.availability.entity;

import static health.miadi.availability.entity.ScheduleFixture.aProvider;
import static health.miadi.availability.entity.ScheduleFixture.at;
import static health.miadi.availability.entity.TermsFixture.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("R-AVAIL-6: the reasons of a refusal, in their order")
class SlotDecisionTest {

    /** A Sunday; the tests look at the Monday after it. */
    private static final Instant NOW = at("2026-11-22T00:00Z");

    private final ScheduleFixture provider = aProvider()
            .workingDaily("09:00", "12:00")
            .absent("2026-11-25", "2026-11-25")
            .busy("2026-11-23T10:00Z", "2026-11-23T10:30Z")
            .booked("2026-11-24", 2);
    private final TermsFixture terms =
            minutes(30).notice(24 * 60 + 9 * 60).horizon(10).atMostPerDay(2);

    @Test
    void anOfferedStartIsNotRefused() {
        assertDecision("2026-11-23T09:00Z", null);
        assertDecision("2026-11-23T11:30Z", null);
    }

    @Test
    void noticeCountsFromNow() {
        assertDecision("2026-11-23T08:59:59Z", SlotRefusal.NOTICE_TOO_SHORT);
        assertDecision("2000-01-01T00:00Z", SlotRefusal.NOTICE_TOO_SHORT);
    }

    @Test
    void theHorizonCountsFromNow() {
        SlotTerms tenDays = minutes(30).horizon(10).terms();
        ScheduleFixture allDay = aProvider().workingDaily("00:00", "24:00");
        assertThat(decide(allDay, tenDays, "2026-12-02T00:00Z")).isNull();
        assertThat(decide(allDay, tenDays, "2026-12-02T00:00:00.001Z")).isEqualTo(SlotRefusal.BEYOND_HORIZON);
        assertDecision("9999-12-31T00:00Z", SlotRefusal.BEYOND_HORIZON);
    }

    @Test
    void anythingOffTheGridOrOutsideFreeWorkingTimeIsNotOffered() {
        assertDecision("2026-11-23T09:01Z", SlotRefusal.NOT_OFFERED);
        assertDecision("2026-11-23T09:00:01Z", SlotRefusal.NOT_OFFERED);
        assertDecision("2026-11-23T11:45Z", SlotRefusal.NOT_OFFERED);
        assertDecision("2026-11-23T12:00Z", SlotRefusal.NOT_OFFERED);
        assertDecision("2026-11-23T20:00Z", SlotRefusal.NOT_OFFERED);
        assertDecision("2026-11-25T10:00Z", SlotRefusal.NOT_OFFERED);
    }

    @Test
    void whatWouldBeOfferedButForSomeoneElseIsTaken() {
        assertDecision("2026-11-23T10:00Z", SlotRefusal.TAKEN);
        assertDecision("2026-11-23T09:45Z", SlotRefusal.TAKEN);
        assertDecision("2026-11-23T09:30Z", null);
        assertDecision("2026-11-23T10:30Z", null);
    }

    @Test
    void theDailyLimitCountsDaysOfTheProvidersZone() {
        assertDecision("2026-11-24T10:00Z", SlotRefusal.DAILY_LIMIT);
        ScheduleFixture auckland = aProvider()
                .in("Pacific/Auckland")
                .workingDaily("00:00", "24:00")
                .booked("2026-11-24", 2);
        SlotTerms two = minutes(30).atMostPerDay(2).terms();
        assertThat(decide(auckland, two, "2026-11-24T00:00+13:00")).isEqualTo(SlotRefusal.DAILY_LIMIT);
        assertThat(decide(auckland, two, "2026-11-24T23:45+13:00")).isEqualTo(SlotRefusal.DAILY_LIMIT);
        assertThat(decide(auckland, two, "2026-11-25T00:00+13:00")).isNull();
    }

    @Test
    void takenIsSaidBeforeTheDailyLimit() {
        provider.busy("2026-11-24T10:00Z", "2026-11-24T10:30Z");
        assertDecision("2026-11-24T10:00Z", SlotRefusal.TAKEN);
    }

    @Test
    void staffAskOnlyWhatItWouldOverlap() {
        var engine = new SlotEngine(minutes(30).buffers(0, 10).terms(), NOW);
        assertThat(engine.overlap(provider.schedule(), at("2026-11-23T09:25Z"))).contains(SlotRefusal.TAKEN);
        assertThat(engine.overlap(provider.schedule(), at("2026-11-23T09:20Z"))).isEmpty();
        assertThat(engine.overlap(provider.schedule(), at("2026-11-23T03:00Z"))).isEmpty();
    }

    @Test
    @DisplayName(
            "R-BOOK-1: a patient's own visits and holds are in the way of their length, and not of buffers; nobody overrides them")
    void thePatientIsInOnePlaceAtATime() {
        var patient = new PatientTime(
                IntervalSet.of(List.of(new Interval(at("2026-11-23T09:00Z"), at("2026-11-23T09:30Z")))),
                IntervalSet.of(List.of(new Interval(at("2026-11-23T11:00Z"), at("2026-11-23T11:30Z")))));
        var engine = new SlotEngine(minutes(30).buffers(10, 10).terms(), new SlotPurpose(patient, null), NOW);
        assertThat(engine.decide(provider.schedule(), at("2026-11-23T09:15Z"))).contains(SlotRefusal.PATIENT_BUSY);
        assertThat(engine.decide(provider.schedule(), at("2026-11-23T10:45Z"))).contains(SlotRefusal.PATIENT_HOLDS);
        assertThat(engine.decide(provider.schedule(), at("2026-11-23T11:15Z"))).contains(SlotRefusal.PATIENT_HOLDS);
        assertThat(engine.overlap(provider.schedule(), at("2026-11-23T08:45Z"))).contains(SlotRefusal.PATIENT_BUSY);
        assertThat(engine.overlap(provider.schedule(), at("2026-11-23T08:30Z"))).isEmpty();
    }

    @Test
    @DisplayName("R-BOOK-8: notice and horizon never come between an agreed time and its surroundings")
    void whatWasAgreedIsWithinNoticeAndHorizon() {
        ScheduleFixture allDay = aProvider().workingDaily("00:00", "24:00");
        Instant agreed = at("2026-11-27T10:00Z");
        var purpose = new SlotPurpose(PatientTime.FREE, new Interval(agreed, agreed.plusSeconds(1_800)));
        var far = new SlotEngine(minutes(30).horizon(1).terms(), purpose, NOW);
        assertThat(far.decide(allDay.schedule(), agreed.plusSeconds(900))).isEmpty();
        assertThat(far.decide(allDay.schedule(), at("2026-11-28T10:15Z"))).contains(SlotRefusal.BEYOND_HORIZON);
        var soon = new SlotEngine(minutes(30).notice(10 * 24 * 60).terms(), purpose, NOW);
        assertThat(soon.decide(allDay.schedule(), agreed.plusSeconds(900))).isEmpty();
        assertThat(soon.decide(allDay.schedule(), agreed.minusSeconds(900))).contains(SlotRefusal.NOTICE_TOO_SHORT);
    }

    private void assertDecision(String start, @Nullable SlotRefusal expected) {
        assertThat(decide(provider, terms.terms(), start)).isEqualTo(expected);
    }

    private @Nullable SlotRefusal decide(ScheduleFixture schedule, SlotTerms slotTerms, String start) {
        return new SlotEngine(slotTerms, NOW)
                .decide(schedule.schedule(), at(start))
                .orElse(null);
    }
}
