package health.miadi.identity.control;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an account, as its owner may know it (R-AUTH-15).
 *
 * @param action what was done or tried, in the trail's word
 * @param entity {@code user} for the account; {@code patient} or {@code provider} where an account was joined to the owner's person
 * @param outcome {@code done} or {@code refused}
 * @param byName of whoever did it, where the owner may know it
 * @param client with what and from where it was done; nothing where another person did it, whose it is
 * @param fields that a change touched
 * @param refusal the kind of refusal, a word of the code
 * @param isUnread whether somebody else did it, and nobody at the account has marked it as read
 */
public record AccountEvent(
        long id,
        Instant at,
        String action,
        String entity,
        String outcome,
        By by,
        @Nullable String byName,
        SessionClient client,
        List<String> fields,
        @Nullable String refusal,
        boolean isUnread) {
    /** Who did it, as the owner of the account sees them. */
    public enum By {
        /** Whoever was signed in to the account, or proved to be its owner. */
        SELF,
        ADMINISTRATOR,
        /** Somebody else who is signed in. */
        OTHER,
        /** Somebody who is not signed in. */
        STRANGER,
        /** Somebody at the console of the server. */
        OPERATOR,
        /** The application itself. */
        APPLICATION;

        /** The word for it in JSON. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The number alone. */
    @Override
    public String toString() {
        return "AccountEvent " + id;
    }
}
