package health.miadi.shared.persistence;

import health.miadi.shared.time.PartialDate;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Dates as exactly as they are known, as {@code text} whose order is theirs (R-PERS-4). */
@Converter(autoApply = true)
public class PartialDateConverter implements AttributeConverter<PartialDate, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable PartialDate date) {
        return date == null ? null : date.toString();
    }

    @Override
    public @Nullable PartialDate convertToEntityAttribute(@Nullable String stored) {
        return stored == null ? null : PartialDate.parse(stored);
    }
}
