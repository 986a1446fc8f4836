package health.miadi.demo;

import health.miadi.appointment.control.AppointmentBooking;
import health.miadi.appointment.control.Booking;
import health.miadi.availability.control.SlotFinder;
import health.miadi.availability.control.SlotQuery;
import health.miadi.availability.control.SlotWishes;
import health.miadi.availability.entity.Slot;
import health.miadi.identity.entity.Caller;
import health.miadi.shared.paging.PageQuery;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Books the sample clinic's first appointments, in times that it offers. */
@Dependent
public class SampleBookings {
    private static final List<String> REASONS =
            List.of("Cough for a week", "Blood pressure check", "Back pain", "Yearly check-up", "Skin rash");

    /** How many of the providers have appointments, so that others are wholly free. */
    private static final int BUSY_PROVIDERS = 20;

    /** How many there are, each of another patient. */
    static final int APPOINTMENTS = 60;

    private static final Duration AHEAD = Duration.ofDays(14);

    @Inject
    UseCases useCases;

    @Inject
    Clock clock;

    /** Books each appointment for another patient and gives their number. */
    int book(Caller admin, List<UUID> types, List<UUID> providers, List<UUID> patients) {
        SlotFinder slots = useCases.unguarded(SlotFinder.class);
        AppointmentBooking booking = useCases.unguarded(AppointmentBooking.class);
        Instant now = clock.instant();
        for (int i = 0; i < APPOINTMENTS; i++) {
            UUID provider = providers.get(i % BUSY_PROVIDERS);
            UUID type = types.get((i + i / BUSY_PROVIDERS) % types.size());
            List<Slot> offered = slots.find(admin, offers(provider, type, now));
            // spread over the two weeks
            Instant start =
                    offered.get(offered.size() * (1 + i / BUSY_PROVIDERS) / 4).start();
            String reason = REASONS.get(i % REASONS.size());
            booking.book(admin, new Booking(provider, patients.get(i), start, type, null, reason, null, null, null));
        }
        return APPOINTMENTS;
    }

    private static SlotQuery offers(UUID provider, UUID type, Instant now) {
        PageQuery page = new PageQuery(PageQuery.LARGEST, null);
        return new SlotQuery(
                now,
                now.plus(AHEAD),
                List.of(provider),
                null,
                null,
                new SlotWishes.Asked(null, null, type, null),
                page);
    }
}
