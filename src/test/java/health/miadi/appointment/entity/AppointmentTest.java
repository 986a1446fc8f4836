package health.miadi.appointment.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.miadi.availability.entity.Interval;
import health.miadi.identity.entity.Caller;
import health.miadi.identity.entity.Role;
import health.miadi.shared.refusal.CommonFact;
import health.miadi.shared.refusal.Fact;
import health.miadi.shared.refusal.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("An appointment")
class AppointmentTest {
    private static final Instant START = Instant.parse("2027-03-01T09:00:00Z");
    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration UNDO = Duration.ofMinutes(10);
    private static final ZoneId NAIROBI = ZoneId.of("Africa/Nairobi");
    private static final UUID PATIENT = UUID.randomUUID();
    private static final UUID PROVIDER = UUID.randomUUID();
    private static final Caller ITS_PATIENT = new Caller(UUID.randomUUID(), "p", Role.PATIENT, PATIENT);
    private static final Caller ITS_PROVIDER = new Caller(UUID.randomUUID(), "d", Role.PROVIDER, PROVIDER);

    private final Appointment appointment = new Appointment(
            PATIENT, null, null, at(START), by(ITS_PATIENT, START.minus(Duration.ofDays(7)), "Cough"), UNDO);

    @Test
    @DisplayName("begins scheduled, with the reason of the visit")
    void beginsScheduled() {
        assertThat(appointment.status()).isEqualTo(AppointmentStatus.SCHEDULED);
        assertThat(appointment.reason()).isEqualTo("Cough");
        assertThat(appointment.time()).isEqualTo(new Interval(START, START.plus(Duration.ofMinutes(30))));
    }

    @Test
    @DisplayName("says nothing of the patient in its text form")
    void saysNothing() {
        assertThat(appointment.toString()).isEqualTo("Appointment " + appointment.id());
    }

    @Nested
    @DisplayName("R-BOOK-8: its patient")
    class ByItsPatient {
        @Test
        @DisplayName("cancels until exactly 24 hours before the start")
        void cancelsInTime() {
            appointment.cancel(by(ITS_PATIENT, START.minus(DAY), "Better"), DAY);
            assertThat(appointment.status()).isEqualTo(AppointmentStatus.CANCELLED);
            assertThat(appointment.reason()).isEqualTo("Cough");
        }

        @Test
        @DisplayName("is told that it is too late a microsecond after that, and nothing changes")
        void cancelsTooLate() {
            refuses(
                    BookingFact.CANCELLATION_TOO_LATE,
                    "R-BOOK-8",
                    () -> appointment.cancel(by(ITS_PATIENT, START.minus(DAY).plusNanos(1_000), null), DAY));
            assertThat(appointment.status()).isEqualTo(AppointmentStatus.SCHEDULED);
        }
    }

    @Nested
    @DisplayName("R-BOOK-8: staff")
    class ByStaff {
        @Test
        @DisplayName("cancel at any time")
        void cancelLate() {
            appointment.cancel(by(ITS_PROVIDER, START.plus(DAY), null), DAY);
            assertThat(appointment.status()).isEqualTo(AppointmentStatus.CANCELLED);
        }

        @Test
        @DisplayName("complete it from its start on, not before")
        void complete() {
            refuses(
                    CommonFact.ILLEGAL_TRANSITION,
                    "R-BOOK-8",
                    () -> appointment.complete(by(ITS_PROVIDER, START.minusNanos(1_000), null)));
            appointment.complete(by(ITS_PROVIDER, START, null));
            assertThat(appointment.status()).isEqualTo(AppointmentStatus.COMPLETED);
        }

        @Test
        @DisplayName("mark it as missed from its start on, not before")
        void noShow() {
            refuses(
                    CommonFact.ILLEGAL_TRANSITION,
                    "R-BOOK-8",
                    () -> appointment.noShow(by(ITS_PROVIDER, START.minusNanos(1_000), null)));
            appointment.noShow(by(ITS_PROVIDER, START, null));
            assertThat(appointment.status()).isEqualTo(AppointmentStatus.NO_SHOW);
        }

        @Test
        @DisplayName("check the patient in on the provider's day of the visit, and on no other")
        void checkIn() {
            Instant midnight = Instant.parse("2027-02-28T21:00:00Z");
            refuses(
                    CommonFact.ILLEGAL_TRANSITION,
                    "R-BOOK-8",
                    () -> appointment.checkIn(by(ITS_PROVIDER, midnight.minusNanos(1_000), null), NAIROBI));
            refuses(
                    CommonFact.ILLEGAL_TRANSITION,
                    "R-BOOK-8",
                    () -> appointment.checkIn(by(ITS_PROVIDER, midnight.plus(DAY), null), NAIROBI));
            appointment.checkIn(by(ITS_PROVIDER, midnight, null), NAIROBI);
            assertThat(appointment.status()).isEqualTo(AppointmentStatus.CHECKED_IN);
        }

        @Test
        @DisplayName("see early who is checked in")
        void early() {
            Instant before = START.minus(Duration.ofHours(1));
            assertThat(appointment.hasBegun(before)).isFalse();
            appointment.checkIn(by(ITS_PROVIDER, before, null), NAIROBI);
            assertThat(appointment.hasBegun(before)).isTrue();
            appointment.complete(by(ITS_PROVIDER, before, null));
            assertThat(appointment.status()).isEqualTo(AppointmentStatus.COMPLETED);
        }
    }

    @Nested
    @DisplayName("R-BOOK-7a: a mistake")
    class Corrected {
        private final Change now = by(ITS_PROVIDER, START.plus(DAY), "The wrong row");

        @Test
        @DisplayName("is taken back until exactly the time is over, and not a microsecond later")
        void inTime() {
            appointment.complete(by(ITS_PROVIDER, START, null));
            refuses(
                    CommonFact.ILLEGAL_TRANSITION,
                    "R-BOOK-7a",
                    () -> appointment.correct(AppointmentStatus.NO_SHOW, START.minusNanos(1_000), DAY, now));
            appointment.correct(AppointmentStatus.NO_SHOW, START, DAY, now);
            assertThat(appointment.status()).isEqualTo(AppointmentStatus.NO_SHOW);
        }

        @Test
        @DisplayName("is a mark: what is scheduled or cancelled has none")
        void noMark() {
            refuses(
                    CommonFact.ILLEGAL_TRANSITION,
                    "R-BOOK-7a",
                    () -> appointment.correct(AppointmentStatus.COMPLETED, START, DAY, now));
            appointment.cancel(now, DAY);
            refuses(
                    CommonFact.ILLEGAL_TRANSITION,
                    "R-BOOK-7a",
                    () -> appointment.correct(AppointmentStatus.SCHEDULED, START, DAY, now));
        }

        @Test
        @DisplayName("is no way to a no-show before the start")
        void notMissedBeforeTheStart() {
            Instant before = START.minus(Duration.ofHours(1));
            Change early = by(ITS_PROVIDER, before, "Not yet");
            appointment.checkIn(early, NAIROBI);
            appointment.complete(early);
            refuses(
                    CommonFact.ILLEGAL_TRANSITION,
                    "R-BOOK-8",
                    () -> appointment.correct(AppointmentStatus.NO_SHOW, before, DAY, early));
            appointment.correct(AppointmentStatus.SCHEDULED, before, DAY, early);
            assertThat(appointment.status()).isEqualTo(AppointmentStatus.SCHEDULED);
        }
    }

    @Nested
    @DisplayName("R-BOOK-7a: a booking")
    class Undone {
        private final Instant booked = START.minus(Duration.ofHours(1));

        private Appointment soon(Caller by) {
            return new Appointment(PATIENT, null, null, at(START), by(by, booked, null), UNDO);
        }

        @Test
        @DisplayName("is undone by the patient who made it, whatever the notice, before ten minutes are over")
        void inTime() {
            Appointment own = soon(ITS_PATIENT);
            refuses(
                    BookingFact.CANCELLATION_TOO_LATE,
                    "R-BOOK-8",
                    () -> own.cancel(by(ITS_PATIENT, booked.plus(UNDO), null), DAY));
            own.cancel(by(ITS_PATIENT, booked.plus(UNDO).minusNanos(1_000), null), DAY);
            assertThat(own.status()).isEqualTo(AppointmentStatus.CANCELLED);
        }

        @Test
        @DisplayName("that staff made is not undone")
        void notThatOfStaff() {
            Appointment theirs = soon(ITS_PROVIDER);
            refuses(
                    BookingFact.CANCELLATION_TOO_LATE,
                    "R-BOOK-8",
                    () -> theirs.cancel(by(ITS_PATIENT, booked, null), DAY));
        }
    }

    @Nested
    @DisplayName("R-BOOK-7: once it has ended")
    class Ended {
        @Test
        @DisplayName("refuses every step and says that nothing can follow")
        void refusesAll() {
            appointment.cancel(by(ITS_PROVIDER, START, null), DAY);
            assertThatThrownBy(() -> appointment.checkIn(by(ITS_PROVIDER, START, null), NAIROBI))
                    .hasMessageContaining("Nothing can follow");
            Change later = by(ITS_PROVIDER, START, null);
            refuses(CommonFact.ILLEGAL_TRANSITION, "R-BOOK-7", () -> appointment.complete(later));
            refuses(CommonFact.ILLEGAL_TRANSITION, "R-BOOK-7", () -> appointment.noShow(later));
            refuses(CommonFact.ILLEGAL_TRANSITION, "R-BOOK-7", () -> appointment.cancel(later, DAY));
            refuses(CommonFact.ILLEGAL_TRANSITION, "R-BOOK-7", () -> appointment.reschedule(at(START), later));
            refuses(CommonFact.ILLEGAL_TRANSITION, "R-BOOK-7", () -> appointment.amend("x", null, later));
        }
    }

    @Nested
    @DisplayName("R-BOOK-9: when it is moved")
    class Moved {
        @Test
        @DisplayName("stays the same appointment at another time")
        void staysItself() {
            UUID id = appointment.id();
            appointment.reschedule(at(START.plus(DAY)), by(ITS_PROVIDER, START.minus(DAY), "Conference"));
            assertThat(appointment.id()).isEqualTo(id);
            assertThat(appointment.time().start()).isEqualTo(START.plus(DAY));
            assertThat(appointment.status()).isEqualTo(AppointmentStatus.SCHEDULED);
            assertThat(appointment.reason()).isEqualTo("Cough");
        }

        @Test
        @DisplayName("is refused once the patient has come, and says what is allowed")
        void notAfterCheckIn() {
            appointment.checkIn(by(ITS_PROVIDER, START, null), NAIROBI);
            assertThatThrownBy(() -> appointment.reschedule(at(START.plus(DAY)), by(ITS_PROVIDER, START, null)))
                    .hasMessageContaining("completed, cancelled");
        }
    }

    private static Placement at(Instant start) {
        Interval time = new Interval(start, start.plus(Duration.ofMinutes(30)));
        return new Placement(PROVIDER, time, time, ZoneId.of("Africa/Nairobi"));
    }

    private static Change by(Caller caller, Instant at, @Nullable String reason) {
        return new Change(caller, at, reason, null);
    }

    private static void refuses(Fact type, String rule, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.fact()).isEqualTo(type);
            assertThat(refusal.rule()).isEqualTo(rule);
        });
    }
}
