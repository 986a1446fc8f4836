package health.miadi.availability.control;

import health.miadi.availability.entity.IntervalSet;
import health.miadi.availability.entity.ProviderSchedule;
import health.miadi.availability.entity.TypeConditions;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the calendars in a {@link CalendarScope} say, read at one moment.
 *
 * @param schedules of the providers that are active and match
 * @param known which of the providers that were named exist, active or not
 * @param type the conditions of the type that was named, or null: none was, or it does not exist
 * @param patientBusy when the patient that was named has active appointments
 */
public record CalendarReading(
        Map<UUID, ProviderSchedule> schedules,
        Set<UUID> known,
        @Nullable TypeConditions type,
        IntervalSet patientBusy) {}
