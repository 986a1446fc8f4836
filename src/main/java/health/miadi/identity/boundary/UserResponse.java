package health.miadi.identity.boundary;

import health.miadi.identity.entity.Role;
import health.miadi.identity.entity.User;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account; nothing tells its password.
 *
 * @param email serves to sign in like the username; that of its person (R-PERS-5)
 * @param formerEmail serves to sign in as well, until the address changes next: from before a person and their account had
 *     one address
 * @param personId the patient or provider whose account it is
 * @param enabled whether its owner can sign in
 * @param secondFactor whether its owner shows more than the password (R-AUTH-10)
 * @param secondFactorRemoval that an admin has asked for its removal, null where nobody has (R-AUTH-19)
 */
public record UserResponse(
        UUID id,
        String username,
        @Nullable String email,
        @Nullable String formerEmail,
        Role role,
        @Nullable UUID personId,
        boolean enabled,
        boolean secondFactor,
        @Nullable FactorRemovalResponse secondFactorRemoval,
        Instant createdAt,
        Instant updatedAt) {
    static UserResponse from(User user, @Nullable String formerEmail, @Nullable FactorRemovalResponse removal) {
        return new UserResponse(
                user.id(),
                user.username(),
                user.email(),
                formerEmail,
                user.role(),
                user.personId(),
                user.isEnabled(),
                user.hasSecondFactor(),
                removal,
                user.createdAt(),
                user.updatedAt());
    }

    /** The id, and nothing of the account. */
    @Override
    public String toString() {
        return "UserResponse " + id;
    }
}
