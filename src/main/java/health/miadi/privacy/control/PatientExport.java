package health.miadi.privacy.control;

import health.miadi.appointment.control.AppointmentQuery;
import health.miadi.appointment.control.AppointmentRepository;
import health.miadi.appointment.control.HoldRepository;
import health.miadi.appointment.entity.Appointment;
import health.miadi.appointment.entity.AppointmentChange;
import health.miadi.appointment.entity.Hold;
import health.miadi.audit.control.AuditTrail;
import health.miadi.audit.entity.AuditAction;
import health.miadi.audit.entity.AuditedEntity;
import health.miadi.identity.control.Passkey;
import health.miadi.identity.control.PasskeyRepository;
import health.miadi.identity.control.SessionRepository;
import health.miadi.identity.control.UserRepository;
import health.miadi.identity.entity.Caller;
import health.miadi.identity.entity.Role;
import health.miadi.identity.entity.User;
import health.miadi.insurance.control.InsuranceRepository;
import health.miadi.insurance.entity.InsuranceCover;
import health.miadi.patient.control.EmergencyOpening;
import health.miadi.patient.control.EmergencyOpeningRepository;
import health.miadi.patient.control.PatientRegistry;
import health.miadi.patient.entity.Patient;
import health.miadi.record.control.OwnRecords;
import health.miadi.shared.limits.Allowance;
import health.miadi.shared.limits.Allowances;
import health.miadi.shared.metrics.Limit;
import health.miadi.shared.paging.Cursor;
import health.miadi.shared.paging.Page;
import health.miadi.shared.paging.PageQuery;
import health.miadi.shared.refusal.Refusal;
import health.miadi.shared.settings.Configured;
import health.miadi.shared.settings.Setting;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds everything that is held about a patient, page by page (ADR 0024). Its patient may ask for it, and an admin for
 * patients who have no account; records are shown to the patient alone (R-REC-2).
 */
@Stateless
@RolesAllowed({Role.Name.ADMIN, Role.Name.PATIENT})
public class PatientExport {
    @EJB
    PatientRegistry registry;

    @Inject
    UserRepository users;

    @Inject
    SessionRepository sessions;

    @Inject
    PasskeyRepository passkeys;

    @Inject
    InsuranceRepository covers;

    @Inject
    AppointmentRepository appointments;

    @Inject
    HoldRepository holds;

    @EJB
    OwnRecords records;

    @Inject
    EmergencyOpeningRepository emergencies;

    @Inject
    AuditedAccessRepository accesses;

    @Inject
    AuditTrail trail;

    @EJB
    Allowances allowances;

    @Inject
    @Configured(Setting.EXPORTS_PER_HOUR)
    int exportsPerHour;

    /**
     * Whom an export is about. Whoever has one has been allowed to make it.
     *
     * @param by who makes it
     */
    public record Subject(Patient patient, @Nullable User account, Caller by) {
        /** Whether the patient makes it. */
        public boolean isOwn() {
            return by.isPatient();
        }

        UUID id() {
            return patient.id();
        }
    }

    /** An appointment with its history. */
    public record Visit(Appointment appointment, List<AppointmentChange> history) {}

    /**
     * Begins an export, and leaves a trace of it (R-REC-5). It reads all there is, and counts for whoever makes it (R-AUTH-12).
     *
     * @throws Refusal {@code not-found} for another patient; {@code rate-limited} after too many
     */
    public Subject begin(Caller caller, UUID patientId) {
        Patient patient = registry.seen(caller, patientId);
        allowances.takeWithin(
                Allowance.hourly(Limit.EXPORTS, exportsPerHour), caller.userId().toString());
        User account = users.byPerson(patientId).orElse(null);
        trail.record(AuditAction.EXPORTED, AuditedEntity.PATIENT, patientId);
        return new Subject(patient, account, caller);
    }

    /** The sessions of the patient's account. */
    public List<SessionRepository.Span> sessions(Subject of) {
        User account = of.account();
        return account == null ? List.of() : sessions.of(account.id());
    }

    /** The passkeys of the patient's account. */
    public List<Passkey> passkeys(Subject of) {
        User account = of.account();
        return account == null ? List.of() : passkeys.of(account.id());
    }

    /** A page of covers. */
    public Page<InsuranceCover> covers(Subject of, @Nullable Cursor cursor) {
        PageQuery page = PageQuery.largest(cursor);
        return Page.of(covers.list(of.id(), page), page, cover -> Cursor.after(cover.id()));
    }

    /** A page of appointments; their histories are one query. */
    public Page<Visit> visits(Subject of, @Nullable Cursor cursor) {
        PageQuery page = PageQuery.largest(cursor);
        Page<Appointment> found = Page.of(
                appointments.list(AppointmentQuery.allOf(of.id()), page),
                page,
                last -> Cursor.after(last.time().start(), last.id()));
        Map<UUID, List<AppointmentChange>> histories =
                appointments
                        .changesOf(found.items().stream().map(Appointment::id).toList())
                        .stream()
                        .collect(Collectors.groupingBy(AppointmentChange::appointmentId));
        return found.map(each -> new Visit(each, histories.getOrDefault(each.id(), List.of())));
    }

    /** A page of medical records, where the patient makes the export. */
    public Page<OwnRecords.Kept> records(Subject of, @Nullable Cursor cursor) {
        return records.page(of.by(), cursor);
    }

    /** The holds that were made for the patient and are not forgotten yet. */
    public List<Hold> holds(Subject of) {
        return holds.madeFor(of.id());
    }

    /** A page of who opened the patient's file in an emergency (R-AUTH-13). */
    public Page<EmergencyOpening> emergencies(Subject of, @Nullable Cursor cursor) {
        PageQuery page = PageQuery.largest(cursor);
        return Page.of(emergencies.list(of.id(), page), page, opening -> Cursor.after(opening.id()));
    }

    /** A page of what the audit trail knows. */
    public Page<AuditedAccess> accesses(Subject of, @Nullable Cursor cursor) {
        PageQuery page = PageQuery.largest(cursor);
        User account = of.account();
        return Page.of(
                accesses.list(of.id(), account == null ? null : account.id(), page),
                page,
                AuditedAccessRepository::after);
    }
}
