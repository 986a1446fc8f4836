package health.miadi.availability.entity;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The kind of an exception stands in the database as a word. */
@Converter(autoApply = true)
public class ExceptionKindConverter implements AttributeConverter<ExceptionKind, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable ExceptionKind kind) {
        return kind == null ? null : kind.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public @Nullable ExceptionKind convertToEntityAttribute(@Nullable String word) {
        return word == null ? null : ExceptionKind.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
