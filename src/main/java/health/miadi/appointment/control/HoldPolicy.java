package health.miadi.appointment.control;

import health.miadi.appointment.entity.BookingFact;
import health.miadi.appointment.entity.Hold;
import health.miadi.identity.entity.Caller;
import health.miadi.shared.limits.Allowance;
import health.miadi.shared.limits.Allowances;
import health.miadi.shared.metrics.Limit;
import health.miadi.shared.refusal.Refusal;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose a hold is, how long it can be booked, and for what (R-BOOK-10). */
@ApplicationScoped
public class HoldPolicy {
    @Inject
    HoldRepository holds;

    @Inject
    BookingSettings settings;

    @EJB
    Allowances allowances;

    /**
     * Checks that the user can hold one more time. The user's other holds wait until the transaction ends.
     *
     * @throws Refusal {@code hold-limit} when the user has as many live ones as a user may have
     */
    void requireRoom(Caller caller, Instant now) {
        if (holds.countLive(caller.userId(), now) >= settings.holdsPerUser()) {
            throw Refusal.of(
                    BookingFact.HOLD_LIMIT,
                    "R-BOOK-10",
                    "You hold " + settings.holdsPerUser() + " times already. Book or release one of them first.");
        }
    }

    /**
     * Counts what patients hold over time, released or not: who holds and lets go keeps others from it as much. Staff
     * hold for whoever calls.
     *
     * @throws Refusal {@code rate-limited} when the patient has held as many lately as patients may
     */
    void countOf(Caller caller, UUID patientId) {
        if (caller.isPatient()) {
            allowances.takeWithin(Allowance.hourly(Limit.HOLDS, settings.holdsPerHour()), patientId.toString());
        }
    }

    /**
     * The hold that a booking names, locked; null when it names none. Provider and patient are locked by the caller.
     *
     * @throws Refusal {@code validation} when the caller has no such hold; {@code hold-expired}; {@code hold-mismatch}
     */
    @Nullable
    Hold named(Caller caller, Booking booking, UUID patientId, Instant now) {
        UUID id = booking.holdId();
        if (id == null) {
            return null;
        }
        Hold hold = requireLive(
                holds.lock(id)
                        .filter(found -> found.isOf(caller.userId()))
                        .orElseThrow(() -> Refusal.invalid("holdId", "must be the id of a hold of yours")),
                now);
        if (!hold.isFor(
                booking.providerId(),
                patientId,
                booking.start(),
                booking.appointmentTypeId(),
                booking.durationMinutes())) {
            throw Refusal.of(
                    BookingFact.HOLD_MISMATCH,
                    "R-BOOK-10",
                    "The hold is for another provider, patient, start, type or length than the booking.");
        }
        return hold;
    }

    /**
     * That hold.
     *
     * @throws Refusal {@code hold-expired} when it has expired or was booked
     */
    static Hold requireLive(Hold hold, Instant now) {
        if (!hold.isLive(now)) {
            throw Refusal.of(
                    BookingFact.HOLD_EXPIRED, "R-BOOK-10", "The hold has expired, or its time has been booked.");
        }
        return hold;
    }

    /** Ends the hold, so that its time can be booked in the same transaction. */
    void redeem(@Nullable Hold hold, Instant now) {
        if (hold != null) {
            hold.redeem(now);
            holds.flush();
        }
    }
}
