package health.miadi.identity.boundary;

import health.miadi.identity.control.AccountEvent;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to the caller's account.
 *
 * @param id a number that no other event has
 * @param action what was done or tried, a past participle: signed_in, password_changed, code_issued, linked
 * @param entity user for the account itself; patient or provider where an account was joined to the caller's person, or taken away
 *     from them
 * @param outcome done or refused
 * @param by who did it: self for whoever was signed in to the account; administrator; other for somebody else who is signed in;
 *     stranger for somebody who is not; operator for somebody at the server's console; application
 * @param byName of the administrator, where the caller may know it
 * @param program with which somebody signed in, Firefox for example; null when it is not known
 * @param system that the program runs on, Android for example; null when it is not known
 * @param network from where, the first 24 bits of an IPv4 and the first 48 of an IPv6 address; null where another person did it
 * @param fields that a change touched
 * @param refusal the kind of refusal
 * @param unread whether somebody else did it, and nobody has marked it as read
 */
@Schema(name = "AccountEvent")
public record AccountEventResponse(
        Long id,
        Instant at,
        String action,
        String entity,
        @Schema(enumeration = {"done", "refused"}) String outcome,

        @Schema(enumeration = {"self", "administrator", "other", "stranger", "operator", "application"})
        String by,

        @Nullable String byName,
        @Nullable String program,
        @Nullable String system,
        @Nullable String network,
        List<String> fields,
        @Nullable String refusal,
        boolean unread) {
    static AccountEventResponse from(AccountEvent event) {
        return new AccountEventResponse(
                event.id(),
                event.at(),
                event.action(),
                event.entity(),
                event.outcome(),
                event.by().word(),
                event.byName(),
                event.client().program(),
                event.client().system(),
                event.client().network(),
                event.fields(),
                event.refusal(),
                event.isUnread());
    }

    /** The number alone. */
    @Override
    public String toString() {
        return "AccountEventResponse " + id;
    }
}
