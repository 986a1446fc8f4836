package health.miadi.record.control;

import health.miadi.appointment.control.AppointmentRepository;
import health.miadi.appointment.entity.Appointment;
import health.miadi.audit.control.AuditTrail;
import health.miadi.audit.entity.AuditAction;
import health.miadi.audit.entity.AuditedEntity;
import health.miadi.identity.entity.Caller;
import health.miadi.identity.entity.Role;
import health.miadi.record.entity.MedicalRecord;
import health.miadi.record.entity.RecordText;
import health.miadi.record.entity.RecordVersion;
import health.miadi.shared.refusal.CommonFact;
import health.miadi.shared.refusal.Refusal;
import health.miadi.shared.version.ExpectedVersion;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes records, amends and removes them (R-REC-1, R-REC-3), each with its audit entry (R-REC-5).
 *
 * <p>Every method throws {@code not-found} for what is not the caller's to write, and {@code precondition-required} or
 * {@code stale} by its {@code If-Match}.
 */
@Stateless
public class RecordWriting {
    @Inject
    AppointmentRepository appointments;

    @Inject
    MedicalRecordRepository records;

    @Inject
    RecordTexts texts;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /**
     * A record as it was just written.
     *
     * @param isNew whether it is the first of its appointment
     */
    public record Written(ReadRecord read, boolean isNew) {}

    /**
     * Writes the record of an appointment, or amends the one that is there.
     *
     * @throws Refusal {@code illegal-transition} when there was no visit yet, or none at all; {@code duplicate} when somebody
     *     else writes the first one at the same time
     */
    @RolesAllowed(Role.Name.PROVIDER)
    public Written put(Caller caller, UUID appointmentId, ExpectedVersion expected, RecordText text) {
        // Who sees no record here means to write the first one: of two at once the database lets one (R-REC-1).
        Optional<UUID> standing = records.idOfAppointment(appointmentId);
        return standing.isPresent()
                ? amended(caller, standing.get(), expected, text)
                : begun(caller, appointmentId, expected, text);
    }

    private Written begun(Caller caller, UUID appointmentId, ExpectedVersion expected, RecordText text) {
        Appointment appointment = appointments
                .lock(appointmentId)
                .filter(found -> caller.isProvider() && caller.is(found.providerId()))
                .orElseThrow(Refusal::notFound);
        if (!expected.isNone()) {
            throw Refusal.of(CommonFact.STALE, "R-BOOK-11", "There is no record any more of which that was a version.");
        }
        Instant now = clock.instant();
        MedicalRecord record = new MedicalRecord(appointment, now);
        records.add(record);
        return new Written(stored(record, text, now, AuditAction.CREATED), true);
    }

    private Written amended(Caller caller, UUID id, ExpectedVersion expected, RecordText text) {
        MedicalRecord record = records.lock(id)
                .filter(found -> RecordRights.isAuthor(caller, found))
                .orElseThrow(Refusal::notFound);
        expected.require(id, record.version());
        Instant now = clock.instant();
        record.amend(now);
        return new Written(stored(record, text, now, AuditAction.CHANGED), false);
    }

    private ReadRecord stored(MedicalRecord record, RecordText text, Instant now, AuditAction action) {
        RecordVersion version = new RecordVersion(record, texts.seal(text, record.seal(record.newestVersion())), now);
        records.add(version);
        audit.record(action, AuditedEntity.RECORD, record.id());
        return new ReadRecord(record, version, text);
    }

    /**
     * Hides the record of an appointment from everybody (R-REC-3).
     *
     * @param reason why
     */
    @RolesAllowed({Role.Name.PROVIDER, Role.Name.ADMIN})
    public void remove(Caller caller, UUID appointmentId, ExpectedVersion expected, String reason) {
        MedicalRecord record = records.idOfAppointment(appointmentId)
                .flatMap(records::lock)
                .filter(found -> RecordRights.removes(caller, found))
                .orElseThrow(Refusal::notFound);
        expected.require(record.id(), record.version());
        record.remove(caller, reason, clock.instant());
        records.flush();
        audit.record(AuditAction.REMOVED, AuditedEntity.RECORD, record.id(), reason);
    }
}
