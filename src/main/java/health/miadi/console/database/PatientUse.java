package health.miadi.console.database;

import health.miadi.console.runtime.ApplicationRuntime;
import health.miadi.console.storage.StoredObject;
import health.miadi.identity.entity.Gender;
import health.miadi.identity.entity.PersonalDetails;
import health.miadi.patient.control.PatientRegistry;
import health.miadi.shared.version.ExpectedVersion;
import java.util.Locale;
import java.util.UUID;

/** Patients. */
record PatientUse(ApplicationRuntime runtime) implements ClassUse {
    @Override
    public UUID create(Values values) {
        return registry().add(details(values)).id();
    }

    @Override
    public void change(StoredObject changed) {
        registry().correct(CONSOLE, changed.id(), ExpectedVersion.any(), details(new Values(changed.attributes())));
    }

    @Override
    public void remove(StoredObject object) {
        registry().remove(object.id(), ExpectedVersion.any());
    }

    private PatientRegistry registry() {
        return runtime.get(PatientRegistry.class);
    }

    static PersonalDetails details(Values values) {
        String gender = values.textOrNull("gender");
        return new PersonalDetails(
                values.textOrNull("firstName"),
                values.textOrNull("lastName"),
                values.partialDateOrNull("dateOfBirth"),
                gender == null ? null : Gender.valueOf(gender.toUpperCase(Locale.ROOT)),
                values.textOrNull("phone"),
                values.textOrNull("email"),
                values.textOrNull("nationalId"));
    }
}
