package health.miadi.console.database;

import health.miadi.console.runtime.ApplicationRuntime;
import health.miadi.console.storage.StoredObject;
import health.miadi.provider.control.ProviderRegistry;
import health.miadi.provider.entity.Provider.Practice;
import health.miadi.shared.version.ExpectedVersion;
import java.time.ZoneId;
import java.util.UUID;

/** Providers. */
record ProviderUse(ApplicationRuntime runtime) implements ClassUse {
    @Override
    public UUID create(Values values) {
        return registry().add(PatientUse.details(values), practice(values)).id();
    }

    @Override
    public void change(StoredObject changed) {
        Values values = new Values(changed.attributes());
        registry().change(changed.id(), ExpectedVersion.any(), PatientUse.details(values), practice(values));
    }

    @Override
    public void remove(StoredObject object) {
        registry().remove(object.id(), ExpectedVersion.any());
    }

    private ProviderRegistry registry() {
        return runtime.get(ProviderRegistry.class);
    }

    private static Practice practice(Values values) {
        return new Practice(
                values.text("cadre"),
                values.textOrNull("specialization"),
                ZoneId.of(values.text("timeZone")),
                values.isTrue("active"));
    }
}
