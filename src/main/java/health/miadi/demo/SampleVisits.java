package health.miadi.demo;

import health.miadi.appointment.control.AppointmentBooking;
import health.miadi.appointment.control.AppointmentLifecycle;
import health.miadi.appointment.control.Booking;
import health.miadi.appointment.entity.Appointment;
import health.miadi.identity.entity.Caller;
import health.miadi.record.control.RecordWriting;
import health.miadi.record.entity.RecordText;
import health.miadi.shared.version.ExpectedVersion;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** Past visits of the patient whose login is known, with the medical records that their provider wrote of them. */
@Dependent
public class SampleVisits {
    private static final int DAYS_APART = 35;
    /** Inside the provider's working hours, in their zone. */
    private static final LocalTime HOUR = LocalTime.of(10, 30);

    /** Invented here, the latest first. */
    private static final List<RecordText> RECORDS = List.of(
            new RecordText("Seasonal allergic rhinitis", "Allergens explained", "Cetirizine 10 mg once a day", null),
            new RecordText(
                    "Sprain of the left ankle, mild", "Elastic bandage, rest", null, "Can walk; no X-ray needed"),
            new RecordText(
                    "Acute otitis media, left ear",
                    "Watchful waiting for two days",
                    "Paracetamol 500 mg when needed",
                    "Asked to come back if the fever lasts"));

    @Inject
    UseCases useCases;

    @Inject
    Clock clock;

    /** Makes them, one about a month before the other and all of them completed, and gives their number. */
    int make(Caller admin, Caller provider, UUID providerId, UUID patientId, UUID typeId) {
        AppointmentBooking booking = useCases.unguarded(AppointmentBooking.class);
        RecordWriting writing = useCases.unguarded(RecordWriting.class);
        AppointmentLifecycle lifecycle = useCases.unguarded(AppointmentLifecycle.class);
        ZoneId zone = SamplePractices.practice(0).timeZone();
        LocalDate day = LocalDate.ofInstant(clock.instant(), zone);
        for (RecordText text : RECORDS) {
            day = workingDay(day.minusDays(DAYS_APART));
            Instant start = day.atTime(HOUR).atZone(zone).toInstant();
            Appointment visit = booking.book(
                    admin,
                    new Booking(
                            providerId,
                            patientId,
                            start,
                            typeId,
                            null,
                            "Earlier visit",
                            null,
                            null,
                            "Entered afterwards"));
            lifecycle.complete(provider, visit.id(), ExpectedVersion.of(visit.id(), visit.version()), null);
            writing.put(provider, visit.id(), ExpectedVersion.none(), text);
        }
        return RECORDS.size();
    }

    /** That day, or the last one before it on which the provider works. */
    private static LocalDate workingDay(LocalDate day) {
        LocalDate found = day;
        while (!SamplePractices.worksOn(found)) {
            found = found.minusDays(1);
        }
        return found;
    }
}
