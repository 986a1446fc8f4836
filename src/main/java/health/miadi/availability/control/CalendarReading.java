package health.miadi.availability.control;

import health.miadi.availability.entity.PatientTime;
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
 * @param patient when the patient that was named is not free, or null: none was, or there is no such patient
 * @param ownVisits what a patient who books by themselves has already; nothing where nobody asked
 */
public record CalendarReading(
        Map<UUID, ProviderSchedule> schedules,
        Set<UUID> known,
        @Nullable TypeConditions type,
        @Nullable PatientTime patient,
        OwnVisits ownVisits) {
    /** Whether the type and the patient that are wished for exist. */
    boolean knows(SlotWish wish) {
        return (wish.appointmentTypeId() == null || type != null) && (wish.patientId() == null || patient != null);
    }
}
