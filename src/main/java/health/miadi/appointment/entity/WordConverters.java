package health.miadi.appointment.entity;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Enumerations stand in the database as words, so that their order may change. */
final class WordConverters {
    private WordConverters() {}

    @Converter(autoApply = true)
    public static class OfStatus implements AttributeConverter<AppointmentStatus, String> {
        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable AppointmentStatus status) {
            return status == null ? null : status.word();
        }

        @Override
        public @Nullable AppointmentStatus convertToEntityAttribute(@Nullable String word) {
            return word == null ? null : AppointmentStatus.ofWord(word);
        }
    }

    @Converter(autoApply = true)
    public static class OfChange implements AttributeConverter<ChangeKind, String> {
        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable ChangeKind kind) {
            return kind == null ? null : kind.word();
        }

        @Override
        public @Nullable ChangeKind convertToEntityAttribute(@Nullable String word) {
            return word == null ? null : ChangeKind.ofWord(word);
        }
    }
}
