package health.miadi.demo;

import health.miadi.appointment.control.AppointmentBooking;
import health.miadi.appointment.control.AppointmentLifecycle;
import health.miadi.appointment.control.Booking;
import health.miadi.appointment.entity.Appointment;
import health.miadi.availability.entity.Interval;
import health.miadi.identity.entity.Caller;
import health.miadi.shared.version.ExpectedVersion;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * The days around today in the calendar of the provider whose login is known: days that are over, days to come, and two
 * patients who have just walked in, so that there is something to do at whatever hour and on whatever day somebody looks.
 */
@Dependent
public class SampleDays {
    private static final int DAYS_BACK = 5;
    private static final int DAYS_AHEAD = 7;
    private static final List<LocalTime> STARTS =
            List.of(LocalTime.of(9, 0), LocalTime.of(9, 30), LocalTime.of(11, 0), LocalTime.of(14, 0));
    private static final List<String> REASONS =
            List.of("Headaches", "Vaccination advice", "Sore throat", "Test results");

    private static final Duration CONSULTATION = Duration.ofMinutes(30);
    private static final Duration FOLLOW_UP = Duration.ofMinutes(15);

    /** Of the visits that are over, these are not kept: one in seven, beginning with the second; and one is cancelled. */
    private static final int MISSED_EACH = 7;

    private static final int MISSED = 1;
    private static final int CANCELLED = 5;

    @Inject
    UseCases useCases;

    @Inject
    Clock clock;

    /** Fills the days and gives the number of visits. */
    int fill(Caller admin, Caller provider, List<UUID> patientIds, UUID consultation, UUID followUp) {
        var days = new Filling(admin, provider, patientIds);
        Instant quarter = Instant.ofEpochSecond(
                Math.floorDiv(clock.instant().getEpochSecond(), FOLLOW_UP.toSeconds()) * FOLLOW_UP.toSeconds());
        days.book(quarter.minus(FOLLOW_UP), followUp, "Walked in");
        days.book(quarter, followUp, "Walked in");
        var walkIns = new Interval(quarter.minus(FOLLOW_UP), quarter.plus(FOLLOW_UP));
        ZoneId zone = SamplePractices.practice(0).timeZone();
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        for (int day = -DAYS_BACK; day <= DAYS_AHEAD; day++) {
            LocalDate date = today.plusDays(day);
            if (SamplePractices.worksOn(date)) {
                STARTS.stream()
                        .map(start -> date.atTime(start).atZone(zone).toInstant())
                        .filter(start -> !walkIns.overlaps(new Interval(start, start.plus(CONSULTATION))))
                        .forEach(start -> days.visit(start, consultation));
            }
        }
        return days.booked;
    }

    private final class Filling {
        private final AppointmentBooking booking = useCases.unguarded(AppointmentBooking.class);
        private final AppointmentLifecycle lifecycle = useCases.unguarded(AppointmentLifecycle.class);
        private final Caller admin;
        private final Caller provider;
        private final UUID providerId;
        private final List<UUID> patientIds;
        private int booked;
        private int over;

        Filling(Caller admin, Caller provider, List<UUID> patientIds) {
            this.admin = admin;
            this.provider = provider;
            this.providerId = Objects.requireNonNull(provider.personId());
            this.patientIds = patientIds;
        }

        void visit(Instant start, UUID type) {
            Appointment visit = book(start, type, REASONS.get(booked % REASONS.size()));
            if (!visit.time().end().isAfter(clock.instant())) {
                end(visit);
            }
        }

        Appointment book(Instant start, UUID type, String reason) {
            UUID patient = patientIds.get(booked % patientIds.size());
            booked++;
            return booking.book(
                    admin,
                    new Booking(
                            providerId, patient, start, type, null, reason, null, null, "Sample of a clinic's days"));
        }

        private void end(Appointment visit) {
            ExpectedVersion read = ExpectedVersion.of(visit.id(), visit.version());
            int which = over++;
            if (which == CANCELLED) {
                lifecycle.cancel(provider, visit.id(), read, "The patient called");
            } else if (which % MISSED_EACH == MISSED) {
                lifecycle.noShow(provider, visit.id(), read, null);
            } else {
                lifecycle.complete(provider, visit.id(), read, null);
            }
        }
    }
}
