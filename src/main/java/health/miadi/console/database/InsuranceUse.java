package health.miadi.console.database;

import health.miadi.console.runtime.ApplicationRuntime;
import health.miadi.console.storage.StoredObject;
import health.miadi.insurance.control.InsuranceRegistry;
import health.miadi.insurance.entity.Policy;
import health.miadi.shared.version.ExpectedVersion;
import java.util.UUID;

/** Patients' covers. */
record InsuranceUse(ApplicationRuntime runtime) implements ClassUse {
    @Override
    public UUID create(Values values) {
        return registry().add(CONSOLE, values.id("patientId"), policy(values)).id();
    }

    @Override
    public void change(StoredObject changed) {
        registry().correct(CONSOLE, changed.id(), ExpectedVersion.any(), policy(new Values(changed.attributes())));
    }

    @Override
    public void remove(StoredObject object) {
        registry().remove(CONSOLE, object.id(), ExpectedVersion.any());
    }

    private InsuranceRegistry registry() {
        return runtime.get(InsuranceRegistry.class);
    }

    private static Policy policy(Values values) {
        return new Policy(values.text("insurer"), values.text("policyNumber"), values.day("expiryDate"));
    }
}
