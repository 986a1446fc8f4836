package health.miadi.identity.entity;

import java.util.Objects;

/**
 * Which of what is known of a person is confirmed: somebody of the clinic saw what proves it, or an OpenID provider vouched for it
 * (R-PERS-2). All else is what the person claims, and may be somebody else's.
 */
public record Confirmed(boolean phone, boolean email, boolean nationalId) {
    /** Nothing is. */
    public static final Confirmed NOTHING = new Confirmed(false, false, false);

    /** All of what is known. */
    public static Confirmed all(PersonalDetails details) {
        return new Confirmed(details.phone() != null, details.email() != null, details.nationalId() != null);
    }

    /** What somebody of the clinic says by entering it: what is new and there, and not what was there before. */
    public static Confirmed entered(PersonalDetails before, PersonalDetails after) {
        return all(after)
                .and(new Confirmed(
                        !Objects.equals(before.phone(), after.phone()),
                        !Objects.equals(before.email(), after.email()),
                        !Objects.equals(before.nationalId(), after.nationalId())));
    }

    /** What both have. */
    public Confirmed and(Confirmed other) {
        return new Confirmed(phone && other.phone, email && other.email, nationalId && other.nationalId);
    }

    /** What this has and the other has not. */
    public Confirmed without(Confirmed other) {
        return new Confirmed(phone && !other.phone, email && !other.email, nationalId && !other.nationalId);
    }

    /** Whether there is nothing of it. */
    public boolean isNothing() {
        return equals(NOTHING);
    }
}
