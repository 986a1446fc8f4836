package health.miadi.appointment.control;

import health.miadi.appointment.entity.Appointment;
import health.miadi.identity.entity.Caller;
import health.miadi.shared.refusal.Refusal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who books for whom in whose calendar (R-BOOK-4), and who sees what (R-AUTH-8). */
final class BookingRights {
    private BookingRights() {}

    /**
     * For whom the booking is.
     *
     * @throws Refusal {@code forbidden} for another patient; {@code validation} when staff name nobody
     */
    static UUID patientFor(Caller caller, @Nullable UUID named) {
        UUID own = caller.personId();
        if (!caller.isPatient()) {
            if (named == null) {
                throw Refusal.invalid("patientId", "must name the patient");
            }
            return named;
        }
        if (own == null || (named != null && !named.equals(own))) {
            throw Refusal.forbidden("Patients book only for themselves.");
        }
        return own;
    }

    /**
     * Checks that the caller may write in that calendar.
     *
     * @throws Refusal {@code forbidden} for a provider in another's
     */
    static void requireCalendar(Caller caller, UUID providerId) {
        if (caller.isProvider() && !caller.is(providerId)) {
            throw Refusal.forbidden("Providers book in their own calendar.");
        }
    }

    /**
     * Checks that the caller may override.
     *
     * @throws Refusal {@code forbidden} for patients
     */
    static void requireOverride(Caller caller, @Nullable String overrideReason) {
        if (overrideReason != null && caller.isPatient()) {
            throw Refusal.forbidden("Only the clinic's staff can override the rules of offered times.");
        }
    }

    /** Whether the appointment is within the caller's sight. */
    static boolean sees(Caller caller, Appointment appointment) {
        return caller.isAdmin() || isParty(caller, appointment.patientId(), appointment.providerId());
    }

    /**
     * Whether the caller acts as the patient or the provider of a visit. What they read of it is their own; whoever else reads it
     * reads of others, and is noted (R-REC-5).
     */
    static boolean isParty(Caller caller, UUID patientId, UUID providerId) {
        return switch (caller.role()) {
            case ADMIN -> false;
            case PROVIDER -> caller.is(providerId);
            case PATIENT -> caller.is(patientId);
        };
    }
}
