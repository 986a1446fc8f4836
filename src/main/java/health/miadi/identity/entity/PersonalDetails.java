package health.miadi.identity.entity;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a human being. Names have 1 to 120 characters; the rest may be unknown.
 *
 * @param phone 7 to 15 digits, with or without separators; unique by its digits
 * @param email unique, whatever its case, among persons and accounts; that of their account (R-PERS-2)
 * @param nationalId unique, whatever its case
 */
public record PersonalDetails(
        String firstName,
        String lastName,
        @Nullable LocalDate dateOfBirth,
        @Nullable Gender gender,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String nationalId) {
    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "PersonalDetails";
    }
}
