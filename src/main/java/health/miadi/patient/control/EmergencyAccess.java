package health.miadi.patient.control;

import health.miadi.audit.control.AuditRefusals;
import health.miadi.audit.control.AuditTrail;
import health.miadi.audit.control.Shown;
import health.miadi.audit.entity.AuditAction;
import health.miadi.audit.entity.AuditedEntity;
import health.miadi.identity.entity.Caller;
import health.miadi.identity.entity.Role;
import health.miadi.patient.entity.Patient;
import health.miadi.shared.limits.Allowance;
import health.miadi.shared.limits.Allowances;
import health.miadi.shared.metrics.Limit;
import health.miadi.shared.paging.PageQuery;
import health.miadi.shared.persistence.Ids;
import health.miadi.shared.refusal.Refusal;
import health.miadi.shared.settings.Configured;
import health.miadi.shared.settings.Setting;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * Breaks the glass (R-AUTH-13): a provider who must see a patient whom they do not see names them by what tells them from everybody
 * else, says why, and sees them for some hours. The trail has an action of its own for it, and the patient is told.
 */
@Stateless
@RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER, Role.Name.PATIENT})
public class EmergencyAccess {
    /** What the trail calls a wrong guess. */
    private static final String NOBODY = "no such patient";

    @Inject
    PatientRepository patients;

    @Inject
    EmergencyOpeningRepository openings;

    @EJB
    PatientRegistry registry;

    @Inject
    Sights sights;

    @EJB
    Allowances allowances;

    @EJB
    AuditRefusals refusals;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    @Inject
    @Configured(Setting.BREAK_GLASS_PER_HOUR)
    int perHour;

    /** A file that was opened, and how. */
    public record Opened(Patient patient, EmergencyOpening opening) {}

    /**
     * Opens the file of the one patient whom all that is given fits. What is guessed counts as much as what is right (R-AUTH-12), and
     * leaves an entry.
     *
     * @throws Refusal {@code validation} where too little is given; {@code rate-limited} after too many; {@code not-found} where it
     *     fits nobody, or more than one
     */
    @RolesAllowed(Role.Name.PROVIDER)
    public Opened open(Caller caller, Identifiers who, String reason) {
        UUID provider = caller.personId();
        if (provider == null) {
            throw Refusal.forbidden("Only providers open files in an emergency.");
        }
        if (!who.areEnough()) {
            throw Refusal.invalid("dateOfBirth", "must come with a patient number, a national id or a phone number");
        }
        allowances.take(
                Allowance.hourly(Limit.EMERGENCIES, perHour), caller.userId().toString());
        Patient patient = patients.identified(who).flatMap(patients::lock).orElseThrow(() -> {
            refusals.note(AuditAction.OPENED_IN_EMERGENCY, AuditedEntity.PATIENT, null, NOBODY);
            return Refusal.notFound();
        });
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        EmergencyOpening opening =
                new EmergencyOpening(Ids.next(), patient.id(), provider, reason, now, now.plus(sights.ofEmergency()));
        openings.add(opening);
        audit.record(AuditAction.OPENED_IN_EMERGENCY, AuditedEntity.PATIENT, patient.id(), reason);
        return new Opened(patient, opening);
    }

    /**
     * Who opened that patient's file in an emergency, the latest first, one more than the page has.
     *
     * @throws Refusal {@code not-found} for another patient
     */
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PATIENT})
    public List<EmergencyOpening> list(Caller caller, UUID patientId, PageQuery page) {
        registry.seen(caller, patientId);
        List<EmergencyOpening> found = openings.list(patientId, page);
        if (!caller.actsAs(patientId)) {
            audit.read(AuditedEntity.PATIENT, patientId, Shown.as(Shown.Part.EMERGENCIES));
        }
        return found;
    }
}
