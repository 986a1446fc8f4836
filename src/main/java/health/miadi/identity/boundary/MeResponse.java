package health.miadi.identity.boundary;

import health.miadi.identity.entity.Gender;
import health.miadi.identity.entity.Person;
import health.miadi.identity.entity.PersonalDetails;
import health.miadi.identity.entity.Role;
import health.miadi.identity.entity.User;
import health.miadi.shared.time.PartialDate;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The caller's own account and person.
 *
 * @param hasPassword whether the caller can sign in with one, and is asked for it before what takes a fresh proof (R-AUTH-17)
 * @param secondFactor whether the caller shows more than the password, to sign in and as a fresh proof (R-AUTH-10)
 * @param googleLinked whether the caller can sign in with Google
 * @param secondFactorRemovalAskedAt when an admin has asked for the removal of the caller's second factor, who can refuse it; null where nobody has (R-AUTH-19)
 * @param unreadEvents how many things others did to the account that nobody has marked as read, 200 at most (R-AUTH-15)
 */
public record MeResponse(
        UUID id,
        String username,
        @Nullable String email,
        Role role,
        @Nullable UUID personId,
        boolean hasPassword,
        boolean secondFactor,
        boolean googleLinked,
        @Nullable Profile person,
        int unreadEvents,
        @Nullable Instant secondFactorRemovalAskedAt) {
    /** What is known of the person whose account it is. */
    @Schema(name = "OwnPerson")
    public record Profile(
            UUID id,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable PartialDate dateOfBirth,
            @Nullable Gender gender,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String nationalId) {
        static Profile from(Person person) {
            PersonalDetails of = person.details();
            return new Profile(
                    person.id(),
                    of.firstName(),
                    of.lastName(),
                    of.dateOfBirth(),
                    of.gender(),
                    of.phone(),
                    of.email(),
                    of.nationalId());
        }

        /** The id, and nothing of the person. */
        @Override
        public String toString() {
            return "Profile " + id;
        }
    }

    static MeResponse from(User user, @Nullable Person person, int unreadEvents, @Nullable Instant removalAskedAt) {
        return new MeResponse(
                user.id(),
                user.username(),
                user.email(),
                user.role(),
                user.personId(),
                user.passwordHash() != null,
                user.hasSecondFactor(),
                user.isLinkedToOpenId(),
                person == null ? null : Profile.from(person),
                unreadEvents,
                removalAskedAt);
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "MeResponse " + id;
    }
}
