package health.miadi.identity.entity;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Enumerations stand in the database as words, so that their order may change. */
final class WordConverters {
    private WordConverters() {}

    @Converter(autoApply = true)
    public static class OfRole implements AttributeConverter<Role, String> {
        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable Role role) {
            return role == null ? null : role.word();
        }

        @Override
        public @Nullable Role convertToEntityAttribute(@Nullable String word) {
            return word == null ? null : Role.ofWord(word);
        }
    }

    @Converter(autoApply = true)
    public static class OfGender implements AttributeConverter<Gender, String> {
        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable Gender gender) {
            return gender == null ? null : gender.name().toLowerCase(Locale.ROOT);
        }

        @Override
        public @Nullable Gender convertToEntityAttribute(@Nullable String word) {
            return word == null ? null : Gender.valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
