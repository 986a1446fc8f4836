package health.miadi.identity.entity;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who makes a request, as their access token says.
 *
 * @param userId the account
 * @param personId the patient or provider whose account it is, null for an account of no person
 */
public record Caller(
        UUID userId, String username, Role role, @Nullable UUID personId) {
    public boolean isAdmin() {
        return role == Role.ADMIN;
    }

    public boolean isPatient() {
        return role == Role.PATIENT;
    }

    public boolean isProvider() {
        return role == Role.PROVIDER;
    }

    /** Whether the caller is that person. */
    public boolean is(UUID person) {
        return Objects.equals(personId, person);
    }

    /**
     * Whether the caller is that person, and acts as such: an admin who is one reads the file as an admin, and is noted
     * (R-REC-5).
     */
    public boolean actsAs(UUID person) {
        return !isAdmin() && is(person);
    }

    /** The caller's account id. */
    @Override
    public String toString() {
        return "Caller " + userId;
    }
}
