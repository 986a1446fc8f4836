package health.miadi.console.database;

import health.miadi.appointment.control.AppointmentBooking;
import health.miadi.appointment.control.AppointmentCorrection;
import health.miadi.appointment.control.AppointmentLifecycle;
import health.miadi.appointment.control.AppointmentLifecycle.Amendment;
import health.miadi.appointment.control.AppointmentRescheduling;
import health.miadi.appointment.control.Booking;
import health.miadi.appointment.control.Move;
import health.miadi.appointment.entity.AppointmentStatus;
import health.miadi.console.runtime.ApplicationRuntime;
import health.miadi.console.storage.ConflictException;
import health.miadi.console.storage.InvalidAttributeException;
import health.miadi.console.storage.StoredObject;
import health.miadi.shared.version.ExpectedVersion;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Appointments. A change may be several: another time or provider moves it (R-BOOK-9), another status is a step of its life
 * (R-BOOK-7), the rest amends it.
 */
record AppointmentUse(ApplicationRuntime runtime) implements ClassUse {
    private static final Set<String> PLACE = Set.of("providerId", "start", "durationMinutes");
    private static final String SCHEDULED = "scheduled";

    @Override
    public UUID create(Values values) {
        if (!values.text("status").equals(SCHEDULED)) {
            throw new InvalidAttributeException("status", "must be scheduled at first");
        }
        return runtime.get(AppointmentBooking.class)
                .book(
                        CONSOLE,
                        new Booking(
                                values.id("providerId"),
                                values.id("patientId"),
                                values.instant("start"),
                                values.idOrNull("appointmentTypeId"),
                                values.numberOrNull("durationMinutes"),
                                values.textOrNull("reason"),
                                values.idOrNull("insuranceId"),
                                null,
                                values.textOrNull("overrideReason")))
                .id();
    }

    @Override
    public void change(StoredObject changed) {
        Map<String, Optional<Object>> changes = changed.changes();
        Values values = new Values(changed.attributes());
        if (changes.keySet().stream().anyMatch(PLACE::contains)) {
            move(changed, values);
        }
        if (changes.containsKey("reason") || changes.containsKey("insuranceId")) {
            lifecycle()
                    .amend(
                            CONSOLE,
                            changed.id(),
                            ExpectedVersion.any(),
                            new Amendment(
                                    changes.containsKey("reason"),
                                    values.textOrNull("reason"),
                                    changes.containsKey("insuranceId"),
                                    values.idOrNull("insuranceId")));
        }
        if (changes.containsKey("status")) {
            Optional<Object> correction = changes.getOrDefault("correctionReason", Optional.empty());
            if (correction.isPresent()) {
                runtime.get(AppointmentCorrection.class)
                        .correct(
                                CONSOLE,
                                changed.id(),
                                ExpectedVersion.any(),
                                AppointmentStatus.ofWord(values.text("status")),
                                values.text("correctionReason"));
            } else {
                become(changed.id(), values.text("status"));
            }
        }
    }

    private void move(StoredObject changed, Values values) {
        boolean lasts = changed.changes().containsKey("durationMinutes");
        runtime.get(AppointmentRescheduling.class)
                .reschedule(
                        CONSOLE,
                        changed.id(),
                        ExpectedVersion.any(),
                        new Move(
                                values.instant("start"),
                                values.id("providerId"),
                                lasts ? values.numberOrNull("durationMinutes") : null,
                                null,
                                values.textOrNull("overrideReason")));
    }

    private void become(UUID id, String status) {
        switch (status) {
            case "checked_in" -> lifecycle().checkIn(CONSOLE, id, ExpectedVersion.any(), null);
            case "completed" -> lifecycle().complete(CONSOLE, id, ExpectedVersion.any(), null);
            case "cancelled" -> lifecycle().cancel(CONSOLE, id, ExpectedVersion.any(), null);
            case "no_show" -> lifecycle().noShow(CONSOLE, id, ExpectedVersion.any(), null);
            default ->
                throw new ConflictException(
                        "It becomes scheduled again only as a correction, with a correctionReason (R-BOOK-7a).");
        }
    }

    /** What happened is not undone: an appointment is cancelled, never removed. */
    @Override
    public void remove(StoredObject object) {
        throw new ConflictException("An appointment is not removed but cancelled: update its status to cancelled.");
    }

    private AppointmentLifecycle lifecycle() {
        return runtime.get(AppointmentLifecycle.class);
    }
}
