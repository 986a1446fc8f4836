package health.miadi.console.database;

import health.miadi.appointment.control.AppointmentRepository;
import health.miadi.console.runtime.ApplicationRuntime;
import health.miadi.console.storage.ConflictException;
import health.miadi.console.storage.InvalidAttributeException;
import health.miadi.console.storage.NoInstanceException;
import health.miadi.console.storage.StoredObject;
import health.miadi.identity.entity.Caller;
import health.miadi.identity.entity.Role;
import health.miadi.record.control.RecordReading;
import health.miadi.record.control.RecordWriting;
import health.miadi.record.entity.RecordText;
import health.miadi.shared.refusal.CommonFact;
import health.miadi.shared.refusal.Refusal;
import health.miadi.shared.version.ExpectedVersion;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Medical records: written for the attending provider, sealed with the clinic's key, and never shown here. The audit trail has
 * who sat at the console.
 */
record RecordUse(ApplicationRuntime runtime) implements ClassUse {
    private static final String DIAGNOSIS = "diagnosis";

    @Override
    public UUID create(Values values) {
        UUID appointment = values.id("appointmentId");
        Caller provider = attending(appointment);
        RecordText text = text(values);
        try {
            return runtime.get(RecordWriting.class)
                    .put(provider, appointment, ExpectedVersion.none(), text)
                    .read()
                    .record()
                    .id();
        } catch (Refusal refused) {
            // only an amendment needs to say what it amends
            throw refused.fact() == CommonFact.PRECONDITION_REQUIRED
                    ? new ConflictException("The visit has a medical record already: update that one.")
                    : refused;
        }
    }

    @Override
    public void change(StoredObject changed) {
        UUID appointment = new Values(changed.attributes()).id("appointmentId");
        Caller provider = attending(appointment);
        RecordText before = Objects.requireNonNull(runtime.get(RecordReading.class)
                .ofAppointment(provider, appointment)
                .text());
        Map<String, Optional<Object>> changes = changed.changes();
        RecordText after = new RecordText(
                Objects.requireNonNull(after(changes, DIAGNOSIS, before.diagnosis())),
                after(changes, "treatment", before.treatment()),
                after(changes, "prescriptions", before.prescriptions()),
                after(changes, "notes", before.notes()));
        runtime.get(RecordWriting.class).put(provider, appointment, ExpectedVersion.any(), after);
    }

    private static @Nullable String after(Map<String, Optional<Object>> changes, String name, @Nullable String before) {
        Optional<Object> change = changes.get(name);
        return change == null ? before : (String) change.orElse(null);
    }

    /** Hides it (R-REC-3). */
    @Override
    public void remove(StoredObject object) {
        UUID appointment = new Values(object.attributes()).id("appointmentId");
        runtime.get(RecordWriting.class).remove(CONSOLE, appointment, ExpectedVersion.any(), "Removed at the console");
    }

    /** As whom a record is written: the provider of the visit (R-REC-1). */
    private Caller attending(UUID appointment) {
        UUID provider = runtime.get(AppointmentRepository.class)
                .byId(appointment)
                .orElseThrow(NoInstanceException::new)
                .providerId();
        return new Caller(CONSOLE.userId(), CONSOLE.username(), Role.PROVIDER, provider);
    }

    private static RecordText text(Values values) {
        if (!values.all().containsKey(DIAGNOSIS)) {
            throw new InvalidAttributeException(DIAGNOSIS, "is required");
        }
        return new RecordText(
                values.text(DIAGNOSIS),
                values.textOrNull("treatment"),
                values.textOrNull("prescriptions"),
                values.textOrNull("notes"));
    }
}
