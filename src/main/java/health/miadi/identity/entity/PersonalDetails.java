package health.miadi.identity.entity;

import health.miadi.shared.time.PartialDate;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a human being: one name at least (R-PERS-4), of 1 to 120 characters each; the rest may be unknown.
 *
 * @param dateOfBirth as exactly as it is known
 * @param phone 7 to 15 digits, with or without separators; unique by its digits among those that are confirmed
 *     (R-PERS-2)
 * @param email unique, whatever its case, among persons and accounts; that of their account (R-PERS-5)
 * @param nationalId unique among those that are confirmed, whatever its case
 */
public record PersonalDetails(
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable PartialDate dateOfBirth,
        @Nullable Gender gender,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String nationalId) {
    public PersonalDetails {
        if (firstName == null && lastName == null) {
            throw new IllegalArgumentException("nobody has no name");
        }
    }

    /** What they are called: their names, the first one first. */
    public String fullName() {
        return Stream.of(firstName, lastName).filter(Objects::nonNull).collect(Collectors.joining(" "));
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "PersonalDetails";
    }
}
