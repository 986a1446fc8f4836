package health.miadi.availability.boundary;

import health.miadi.availability.entity.AppointmentType;
import health.miadi.availability.entity.TypeConditions;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An appointment type; null for notice or horizon means the clinic's default, null for the daily limit means none. */
public record AppointmentTypeResponse(
        UUID id,
        String name,
        int durationMinutes,
        int slotIntervalMinutes,
        int bufferBeforeMinutes,
        int bufferAfterMinutes,
        @Nullable Integer minNoticeMinutes,
        @Nullable Integer maxHorizonDays,
        @Nullable Integer maxPerDay,
        boolean patientsMayBook,
        Instant createdAt,
        Instant updatedAt) {
    static AppointmentTypeResponse from(AppointmentType type) {
        TypeConditions conditions = type.conditions();
        return new AppointmentTypeResponse(
                type.id(),
                type.name(),
                conditions.durationMinutes(),
                conditions.slotIntervalMinutes(),
                conditions.bufferBeforeMinutes(),
                conditions.bufferAfterMinutes(),
                conditions.minNoticeMinutes(),
                conditions.maxHorizonDays(),
                conditions.maxPerDay(),
                conditions.patientsMayBook(),
                type.createdAt(),
                type.updatedAt());
    }
}
