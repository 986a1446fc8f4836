package health.miadi.appointment.control;

import health.miadi.appointment.entity.Change;
import health.miadi.appointment.entity.Hold;
import health.miadi.appointment.entity.Placement;
import health.miadi.audit.control.ReadNotes;
import health.miadi.audit.control.Shown;
import health.miadi.audit.entity.AuditedEntity;
import health.miadi.identity.entity.Caller;
import health.miadi.identity.entity.Role;
import health.miadi.patient.control.Sights;
import health.miadi.shared.paging.PageQuery;
import health.miadi.shared.refusal.Refusal;
import health.miadi.shared.version.ExpectedVersion;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Holds times for those who are about to book them (R-BOOK-10): only where a booking would be possible, and as safely. */
@Stateless
@RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER, Role.Name.PATIENT})
public class HoldKeeping {
    @Inject
    AppointmentRepository appointments;

    @Inject
    HoldRepository holds;

    @Inject
    HoldPolicy policy;

    @Inject
    Sights sights;

    @Inject
    PlacementPolicy placements;

    @Inject
    BookingSettings settings;

    @EJB
    ReadNotes notes;

    @Inject
    Clock clock;

    /**
     * Holds the time of a booking that may follow.
     *
     * @throws Refusal {@code hold-limit}, {@code rate-limited}, and whatever would refuse the booking
     */
    public Hold hold(Caller caller, Booking booking) {
        UUID patientId = BookingRights.patientFor(caller, booking.patientId());
        BookingRights.requireCalendar(caller, booking.providerId());
        Parties parties = appointments.lockParties(
                booking.providerId(), patientId, sights.of(caller).orElse(null));
        parties.requireProvider();
        parties.requirePatient();
        Instant now = clock.instant();
        policy.requireRoom(caller, now);
        Wish wish = Wish.of(caller, booking, patientId, null);
        Placement placement = placements.decide(booking.providerId(), wish, new Change(caller, now, null, null));
        policy.countOf(caller, patientId);
        Hold hold = new Hold(
                caller.userId(), patientId, booking.appointmentTypeId(), placement, now, settings.holdLength());
        holds.add(hold);
        return hold;
    }

    /**
     * That hold.
     *
     * @throws Refusal {@code not-found} when the caller has no such hold (R-AUTH-8); {@code hold-expired} when it is over
     */
    public Hold get(Caller caller, UUID id) {
        Hold hold = HoldPolicy.requireLive(
                holds.byId(id).filter(found -> found.isOf(caller.userId())).orElseThrow(Refusal::notFound),
                clock.instant());
        if (isOfOthers(caller, hold)) {
            notes.add(AuditedEntity.HOLD, id);
        }
        return hold;
    }

    /** Whether somebody else than its patient and its provider holds it: the visit that it stands for is of others (R-REC-5). */
    private static boolean isOfOthers(Caller caller, Hold hold) {
        return !BookingRights.isParty(caller, hold.patientId(), hold.providerId());
    }

    /** The caller's live holds, the earliest first, one more than the page has. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<Hold> list(Caller caller, PageQuery page) {
        List<Hold> found = holds.live(caller.userId(), clock.instant(), page);
        int others = Math.toIntExact(found.stream()
                .limit(page.limit())
                .filter(each -> isOfOthers(caller, each))
                .count());
        if (others > 0) {
            notes.add(AuditedEntity.HOLD, null, Shown.of(others));
        }
        return found;
    }

    /**
     * Gives the time free before the hold expires.
     *
     * @throws Refusal {@code not-found}, {@code hold-expired}, {@code precondition-required}, {@code stale}
     */
    public void release(Caller caller, UUID id, ExpectedVersion expected) {
        Hold hold = HoldPolicy.requireLive(
                holds.lock(id).filter(found -> found.isOf(caller.userId())).orElseThrow(Refusal::notFound),
                clock.instant());
        expected.require(id, hold.version());
        holds.remove(hold);
    }
}
