package health.miadi.appointment.control;

import health.miadi.appointment.entity.Appointment;
import health.miadi.appointment.entity.Change;
import health.miadi.appointment.entity.Placement;
import health.miadi.audit.control.AuditTrail;
import health.miadi.audit.control.ChangedFields;
import health.miadi.audit.entity.AuditAction;
import health.miadi.audit.entity.AuditedEntity;
import health.miadi.identity.entity.Caller;
import health.miadi.identity.entity.Role;
import health.miadi.provider.control.ProviderRepository;
import health.miadi.provider.entity.Provider;
import health.miadi.shared.refusal.Refusal;
import health.miadi.shared.time.Zones;
import health.miadi.shared.version.ExpectedVersion;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an appointment (R-BOOK-7, R-BOOK-8). Every change names the version that it changes (R-BOOK-11).
 *
 * <p>Every method throws {@code not-found} outside the caller's sight, {@code precondition-required} or {@code stale}
 * by its {@code If-Match}, and {@code illegal-transition} where the transition table has no such step.
 */
@Stateless
@RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER, Role.Name.PATIENT})
public class AppointmentLifecycle {
    @Inject
    AppointmentRepository appointments;

    @Inject
    ProviderRepository providers;

    @Inject
    CoverPolicy covers;

    @Inject
    BookingSettings settings;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /**
     * Cancels.
     *
     * @throws Refusal {@code cancellation-too-late} for the patient within the last hours before the start
     */
    public Appointment cancel(Caller caller, UUID id, ExpectedVersion expected, @Nullable String reason) {
        return change(
                caller,
                id,
                expected,
                reason,
                AuditAction.CANCELLED,
                (appointment, change) -> appointment.cancel(change, settings.cancellationNotice()));
    }

    /** Notes that the patient has come, on the provider's day of the visit as the provider's clock is now (R-TIME-4). */
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER})
    public Appointment checkIn(Caller caller, UUID id, ExpectedVersion expected, @Nullable String reason) {
        return change(
                caller,
                id,
                expected,
                reason,
                AuditAction.CHECKED_IN,
                (appointment, change) -> appointment.checkIn(change, zoneOf(appointment)));
    }

    private ZoneId zoneOf(Appointment appointment) {
        return providers
                .byId(appointment.providerId())
                .flatMap(Provider::zone)
                .or(() -> Zones.named(appointment.timeZone()))
                .orElse(ZoneOffset.UTC);
    }

    /** Notes that the visit took place. */
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER})
    public Appointment complete(Caller caller, UUID id, ExpectedVersion expected, @Nullable String reason) {
        return change(caller, id, expected, reason, AuditAction.COMPLETED, Appointment::complete);
    }

    /** Notes that the patient did not come. */
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER})
    public Appointment noShow(Caller caller, UUID id, ExpectedVersion expected, @Nullable String reason) {
        return change(caller, id, expected, reason, AuditAction.NO_SHOW, Appointment::noShow);
    }

    /** What a merge patch changes; what it does not name stays. */
    public record Amendment(
            boolean changesReason,
            @Nullable String reason,
            boolean changesInsurance,
            @Nullable UUID insuranceId) {
        /** Says nothing of the patient. */
        @Override
        public String toString() {
            return "Amendment";
        }
    }

    /**
     * Changes the reason of the visit or the cover.
     *
     * @throws Refusal {@code validation} for a cover that is not the patient's or not valid on the day
     */
    public Appointment amend(Caller caller, UUID id, ExpectedVersion expected, Amendment amendment) {
        return change(caller, id, expected, null, AuditAction.AMENDED, (appointment, change) -> {
            if (amendment.changesInsurance()) {
                Placement placement = new Placement(
                        appointment.providerId(),
                        appointment.time(),
                        appointment.time(),
                        providers
                                .byId(appointment.providerId())
                                .flatMap(Provider::zone)
                                .orElse(ZoneOffset.UTC));
                covers.check(amendment.insuranceId(), appointment.patientId(), placement);
            }
            appointment.amend(
                    amendment.changesReason() ? amendment.reason() : appointment.reason(),
                    amendment.changesInsurance() ? amendment.insuranceId() : appointment.insuranceId(),
                    change);
        });
    }

    private Appointment change(
            Caller caller,
            UUID id,
            ExpectedVersion expected,
            @Nullable String reason,
            AuditAction action,
            BiConsumer<Appointment, Change> verb) {
        Appointment appointment = appointments
                .lock(id)
                .filter(found -> BookingRights.sees(caller, found))
                .orElseThrow(Refusal::notFound);
        expected.require(id, appointment.version());
        String formerReason = appointment.reason();
        UUID formerCover = appointment.insuranceId();
        verb.accept(appointment, new Change(caller, clock.instant(), reason, null));
        appointments.flush();
        ChangedFields fields = ChangedFields.none()
                .and("reason", formerReason, appointment.reason())
                .and("insuranceId", formerCover, appointment.insuranceId());
        audit.change(action, AuditedEntity.APPOINTMENT, id, fields);
        return appointment;
    }
}
