package health.miadi.console.database;

import health.miadi.availability.control.AvailabilityPlanning;
import health.miadi.availability.entity.WallSpan;
import health.miadi.availability.entity.WeeklyWindow;
import health.miadi.console.runtime.ApplicationRuntime;
import health.miadi.console.storage.StoredObject;
import health.miadi.shared.version.ExpectedVersion;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Locale;
import java.util.UUID;

/** Weekly working hours. */
record AvailabilityUse(ApplicationRuntime runtime) implements ClassUse {
    @Override
    public UUID create(Values values) {
        return planning().add(CONSOLE, values.id("providerId"), window(values)).id();
    }

    @Override
    public void change(StoredObject changed) {
        planning().change(CONSOLE, changed.id(), ExpectedVersion.any(), window(new Values(changed.attributes())));
    }

    @Override
    public void remove(StoredObject object) {
        planning().remove(CONSOLE, object.id(), ExpectedVersion.any());
    }

    private AvailabilityPlanning planning() {
        return runtime.get(AvailabilityPlanning.class);
    }

    private static WeeklyWindow window(Values values) {
        return new WeeklyWindow(
                DayOfWeek.valueOf(values.text("dayOfWeek").toUpperCase(Locale.ROOT)),
                span(values),
                values.dayOrNull("validFrom"),
                values.dayOrNull("validUntil"));
    }

    private static WallSpan span(Values values) {
        return new WallSpan(LocalTime.parse(values.text("startTime")), ending(values));
    }

    /** {@code 24:00} is midnight at the end of the day (R-TIME-3). */
    static LocalTime ending(Values values) {
        String end = values.text("endTime");
        return end.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(end);
    }
}
