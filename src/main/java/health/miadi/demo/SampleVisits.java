package health.miadi.demo;

import health.miadi.appointment.control.AppointmentBooking;
import health.miadi.appointment.control.Booking;
import health.miadi.identity.entity.Caller;
import health.miadi.record.control.RecordWriting;
import health.miadi.record.entity.RecordText;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Past visits of the patient whose login is known, with the medical records that their provider wrote of them. */
@Dependent
public class SampleVisits {
    private static final Duration APART = Duration.ofDays(35);

    /** Invented here, the latest first. */
    private static final List<RecordText> RECORDS = List.of(
            new RecordText("Seasonal allergic rhinitis", "Allergens explained", "Cetirizine 10 mg once a day", null),
            new RecordText(
                    "Sprain of the left ankle, mild", "Elastic bandage, rest", null, "Can walk; no X-ray needed"),
            new RecordText(
                    "Acute otitis média, left ear",
                    "Watchful waiting for two days",
                    "Paracetamol 500 mg when needed",
                    "Asked to come back if the fever lasts"));

    @Inject
    UseCases useCases;

    @Inject
    Clock clock;

    /** Makes them, one about a month before the other, and gives their number. */
    int make(Caller admin, Caller provider, UUID providerId, UUID patientId, UUID typeId) {
        AppointmentBooking booking = useCases.unguarded(AppointmentBooking.class);
        RecordWriting writing = useCases.unguarded(RecordWriting.class);
        Instant start = clock.instant().truncatedTo(ChronoUnit.HOURS);
        for (RecordText text : RECORDS) {
            start = start.minus(APART);
            Booking visit = new Booking(
                    providerId, patientId, start, typeId, null, "Earlier visit", null, null, "Entered afterwards");
            writing.put(provider, booking.book(admin, visit).id(), null, text);
        }
        return RECORDS.size();
    }
}
