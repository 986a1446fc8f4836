package health.miadi.console.database;

import health.miadi.availability.control.ExceptionPlanning;
import health.miadi.availability.entity.DatedException;
import health.miadi.availability.entity.ExceptionExtent;
import health.miadi.availability.entity.ExceptionKind;
import health.miadi.availability.entity.ExceptionTime;
import health.miadi.console.runtime.ApplicationRuntime;
import health.miadi.console.storage.StoredObject;
import health.miadi.shared.version.ExpectedVersion;
import java.time.LocalTime;
import java.util.Locale;
import java.util.UUID;

/** Absences and extra hours. */
record ExceptionUse(ApplicationRuntime runtime) implements ClassUse {
    @Override
    public UUID create(Values values) {
        return planning()
                .add(CONSOLE, values.id("providerId"), dated(values), values.textOrNull("reason"))
                .exception()
                .id();
    }

    @Override
    public void change(StoredObject changed) {
        Values values = new Values(changed.attributes());
        planning().change(CONSOLE, changed.id(), ExpectedVersion.any(), dated(values), values.textOrNull("reason"));
    }

    @Override
    public void remove(StoredObject object) {
        planning().remove(CONSOLE, object.id(), ExpectedVersion.any());
    }

    private ExceptionPlanning planning() {
        return runtime.get(ExceptionPlanning.class);
    }

    private static DatedException dated(Values values) {
        boolean hasTimes = values.all().containsKey("startTime");
        return new DatedException(
                ExceptionKind.valueOf(values.text("kind").toUpperCase(Locale.ROOT)),
                ExceptionTime.of(
                        ExceptionExtent.valueOf(values.text("extent").toUpperCase(Locale.ROOT)),
                        values.day("startDate"),
                        values.day("endDate"),
                        hasTimes ? LocalTime.parse(values.text("startTime")) : null,
                        hasTimes ? AvailabilityUse.ending(values) : null));
    }
}
