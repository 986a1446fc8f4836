package health.miadi.console.database;

import health.miadi.appointment.control.AppointmentBooking;
import health.miadi.appointment.control.AppointmentCorrection;
import health.miadi.appointment.control.AppointmentLifecycle;
import health.miadi.appointment.control.AppointmentRepository;
import health.miadi.appointment.control.AppointmentRescheduling;
import health.miadi.audit.control.AuditTrail;
import health.miadi.availability.control.AppointmentTypeCatalogue;
import health.miadi.availability.control.AvailabilityPlanning;
import health.miadi.availability.control.ExceptionPlanning;
import health.miadi.console.runtime.ApplicationRuntime;
import health.miadi.console.storage.ObjectClass;
import health.miadi.console.storage.StoredObject;
import health.miadi.identity.control.Passwords;
import health.miadi.identity.control.UserAdministration;
import health.miadi.identity.control.UserRepository;
import health.miadi.insurance.control.InsuranceRegistry;
import health.miadi.patient.control.PatientRegistry;
import health.miadi.provider.control.ProviderRegistry;
import health.miadi.record.control.RecordReading;
import health.miadi.record.control.RecordWriting;
import health.miadi.shared.refusal.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The use cases by which objects of each class are changed. */
final class Uses {
    /** What the console asks the runtime for. */
    static final List<Class<?>> ALL = List.of(
            PatientRegistry.class,
            ProviderRegistry.class,
            InsuranceRegistry.class,
            UserAdministration.class,
            UserRepository.class,
            Passwords.class,
            AppointmentTypeCatalogue.class,
            AvailabilityPlanning.class,
            ExceptionPlanning.class,
            AppointmentBooking.class,
            AppointmentCorrection.class,
            AppointmentLifecycle.class,
            AppointmentRescheduling.class,
            AppointmentRepository.class,
            StrandedNotes.class,
            RecordReading.class,
            RecordWriting.class,
            AuditTrail.class);

    private static final String PASSWORD = "password";

    private final ApplicationRuntime runtime;

    Uses(ApplicationRuntime runtime) {
        this.runtime = runtime;
    }

    ClassUse of(ObjectClass type) {
        return switch (type) {
            case PATIENT -> new PatientUse(runtime);
            case PROVIDER -> new ProviderUse(runtime);
            case USER -> new UserUse(runtime);
            case APPOINTMENT_TYPE -> new AppointmentTypeUse(runtime);
            case AVAILABILITY -> new AvailabilityUse(runtime);
            case EXCEPTION -> new ExceptionUse(runtime);
            case APPOINTMENT -> new AppointmentUse(runtime);
            case INSURANCE -> new InsuranceUse(runtime);
            case MEDICAL_RECORD -> new RecordUse(runtime);
        };
    }

    /** The values, with the hash of the given password in its place. Hashing takes time: no transaction may run. */
    Map<String, Object> withHashedPassword(ObjectClass type, Map<String, Object> values, Map<String, Object> given) {
        if (type != ObjectClass.USER || !(given.get(PASSWORD) instanceof String password)) {
            return values;
        }
        Map<String, Object> hashed = new HashMap<>(values);
        hashed.remove(PASSWORD);
        hashed.put(UserUse.HASH, hash(password, values));
        return hashed;
    }

    StoredObject withHashedPassword(StoredObject changed, Map<String, Object> given) {
        Map<String, Object> hashed = withHashedPassword(changed.type(), changed.attributes(), given);
        return hashed.containsKey(UserUse.HASH)
                ? changed.with(UserUse.HASH, Optional.of(Objects.requireNonNull(hashed.get(UserUse.HASH))))
                : changed;
    }

    private String hash(String password, Map<String, Object> values) {
        try {
            return runtime.get(Passwords.class)
                    .accept(password, PASSWORD, String.valueOf(values.getOrDefault("username", "")));
        } catch (Refusal refusal) {
            throw RefusalLines.of(ObjectClass.USER, refusal);
        }
    }
}
