package health.miadi.console.database;

import health.miadi.availability.control.AppointmentTypeCatalogue;
import health.miadi.availability.entity.TypeConditions;
import health.miadi.console.runtime.ApplicationRuntime;
import health.miadi.console.storage.StoredObject;
import health.miadi.shared.version.ExpectedVersion;
import java.util.UUID;

/** Appointment types. */
record AppointmentTypeUse(ApplicationRuntime runtime) implements ClassUse {
    @Override
    public UUID create(Values values) {
        return catalogue().add(values.text("name"), conditions(values)).id();
    }

    @Override
    public void change(StoredObject changed) {
        Values values = new Values(changed.attributes());
        catalogue().change(changed.id(), ExpectedVersion.any(), values.text("name"), conditions(values));
    }

    @Override
    public void remove(StoredObject object) {
        catalogue().remove(object.id(), ExpectedVersion.any());
    }

    private AppointmentTypeCatalogue catalogue() {
        return runtime.get(AppointmentTypeCatalogue.class);
    }

    private static TypeConditions conditions(Values values) {
        return new TypeConditions(
                values.number("durationMinutes"),
                values.number("slotIntervalMinutes"),
                values.number("bufferBeforeMinutes"),
                values.number("bufferAfterMinutes"),
                values.numberOrNull("minNoticeMinutes"),
                values.numberOrNull("maxHorizonDays"),
                values.numberOrNull("maxPerDay"),
                values.isTrue("patientsMayBook"));
    }
}
