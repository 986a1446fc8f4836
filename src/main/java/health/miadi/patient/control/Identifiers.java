package health.miadi.patient.control;

import health.miadi.shared.time.PartialDate;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * By what somebody is told from everybody else, as it stands on a card or is said: each is exactly what the file has, but for how
 * one writes it (R-PERS-6).
 */
public record Identifiers(
        @Nullable String patientNumber,
        @Nullable String nationalId,
        @Nullable String phone,
        @Nullable PartialDate dateOfBirth) {
    /** How many it takes to tell one patient from all others. */
    public static final int ENOUGH = 2;

    /** Whether so many are given. */
    public boolean areEnough() {
        return Stream.of(patientNumber, nationalId, phone, dateOfBirth)
                        .filter(Objects::nonNull)
                        .count()
                >= ENOUGH;
    }

    /** Nothing of anybody. */
    @Override
    public String toString() {
        return "Identifiers";
    }
}
