package health.miadi.availability.entity;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The extent of an exception stands in the database as a word. */
@Converter(autoApply = true)
public class ExceptionExtentConverter implements AttributeConverter<ExceptionExtent, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable ExceptionExtent extent) {
        return extent == null ? null : extent.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public @Nullable ExceptionExtent convertToEntityAttribute(@Nullable String word) {
        return word == null ? null : ExceptionExtent.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
