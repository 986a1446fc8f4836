package health.miadi.console.database;

import health.miadi.shared.time.PartialDate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The values of an object by their types; they have been read before. */
record Values(Map<String, Object> all) {
    String text(String name) {
        return (String) Objects.requireNonNull(all.get(name), name);
    }

    @Nullable
    String textOrNull(String name) {
        return (String) all.get(name);
    }

    int number(String name) {
        return (Integer) Objects.requireNonNull(all.get(name), name);
    }

    @Nullable
    Integer numberOrNull(String name) {
        return (Integer) all.get(name);
    }

    boolean isTrue(String name) {
        return Boolean.TRUE.equals(all.get(name));
    }

    UUID id(String name) {
        return (UUID) Objects.requireNonNull(all.get(name), name);
    }

    @Nullable
    UUID idOrNull(String name) {
        return (UUID) all.get(name);
    }

    LocalDate day(String name) {
        return (LocalDate) Objects.requireNonNull(all.get(name), name);
    }

    @Nullable
    LocalDate dayOrNull(String name) {
        return (LocalDate) all.get(name);
    }

    @Nullable
    PartialDate partialDateOrNull(String name) {
        return (PartialDate) all.get(name);
    }

    Instant instant(String name) {
        return (Instant) Objects.requireNonNull(all.get(name), name);
    }
}
