package health.miadi.availability.boundary;

import health.miadi.availability.entity.TypeConditions;
import health.miadi.shared.validation.Text;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An appointment type as an admin gives it.
 *
 * @param slotIntervalMinutes distance of the offered starts; 15 when nobody says
 * @param bufferBeforeMinutes kept free before it; 0 when nobody says
 * @param bufferAfterMinutes kept free after it; 0 when nobody says
 * @param minNoticeMinutes how far ahead it starts at least; null: the clinic's default
 * @param maxHorizonDays how far ahead it starts at most; null: the clinic's default
 * @param maxPerDay how many of it one provider takes on one day; null: any number
 * @param patientsMayBook whether patients book it themselves; true when nobody says
 */
public record AppointmentTypeRequest(
        @NotNull @Size(min = 1, max = 100) @Text String name,
        @NotNull @Min(5) @Max(480) Integer durationMinutes,
        @Min(5) @Max(240) @Nullable Integer slotIntervalMinutes,
        @Min(0) @Max(240) @Nullable Integer bufferBeforeMinutes,
        @Min(0) @Max(240) @Nullable Integer bufferAfterMinutes,
        @Min(0) @Max(43_200) @Nullable Integer minNoticeMinutes,
        @Min(1) @Max(730) @Nullable Integer maxHorizonDays,
        @Min(1) @Max(500) @Nullable Integer maxPerDay,
        @Nullable Boolean patientsMayBook) {
    private static final int USUAL_INTERVAL_MINUTES = 15;

    TypeConditions conditions() {
        return new TypeConditions(
                durationMinutes,
                Objects.requireNonNullElse(slotIntervalMinutes, USUAL_INTERVAL_MINUTES),
                Objects.requireNonNullElse(bufferBeforeMinutes, 0),
                Objects.requireNonNullElse(bufferAfterMinutes, 0),
                minNoticeMinutes,
                maxHorizonDays,
                maxPerDay,
                patientsMayBook == null || patientsMayBook);
    }
}
