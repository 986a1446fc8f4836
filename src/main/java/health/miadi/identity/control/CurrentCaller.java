package health.miadi.identity.control;

import health.miadi.identity.entity.Caller;
import health.miadi.identity.entity.Role;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Reads the caller out of the access token that the server has verified. */
@RequestScoped
public class CurrentCaller {
    @Inject
    JsonWebToken token;

    /** Who makes this request; only where a role was required before. */
    public Caller get() {
        Object person = token.getClaim(AccessTokens.PERSON_ID);
        return new Caller(
                UUID.fromString(token.getSubject()),
                token.getName(),
                Role.ofWord(token.getGroups().iterator().next()),
                person(person));
    }

    private static @Nullable UUID person(@Nullable Object claim) {
        return claim == null ? null : UUID.fromString(text(claim));
    }

    /** A claim is a JSON string in one server's hands and a plain one in another's. */
    private static String text(Object claim) {
        return claim instanceof jakarta.json.JsonString json ? json.getString() : claim.toString();
    }
}
