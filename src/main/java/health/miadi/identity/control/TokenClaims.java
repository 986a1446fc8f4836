package health.miadi.identity.control;

import health.miadi.identity.entity.Caller;
import health.miadi.identity.entity.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Reads the claims of an access token whose signature is right. */
@ApplicationScoped
public class TokenClaims {
    @Inject
    @ConfigProperty(name = "mp.jwt.verify.issuer")
    String issuer;

    @Inject
    @ConfigProperty(name = "mp.jwt.verify.audiences")
    String audience;

    /** The token that says this; empty when it is another issuer's, for somebody else, or lacks a claim. */
    Optional<VerifiedToken> read(@Nullable Map<String, Object> claims, String keyId) {
        if (claims == null || !issuer.equals(claims.get("iss")) || !isForUs(claims.get("aud"))) {
            return Optional.empty();
        }
        try {
            return Optional.of(new VerifiedToken(
                    caller(claims),
                    text(claims, "jti"),
                    UUID.fromString(text(claims, AccessTokens.SESSION_ID)),
                    AccessTokens.SECOND_FACTOR.equals(claims.get(AccessTokens.LACKS)),
                    keyId,
                    instant(claims, claims.containsKey("nbf") ? "nbf" : "iat"),
                    instant(claims, "exp")));
        } catch (IllegalArgumentException missing) {
            return Optional.empty();
        }
    }

    private boolean isForUs(@Nullable Object audiences) {
        return audiences instanceof List<?> several ? several.contains(audience) : audience.equals(audiences);
    }

    private static Caller caller(Map<String, Object> claims) {
        if (claims.get("groups") instanceof List<?> groups
                && groups.size() == 1
                && groups.get(0) instanceof String role) {
            return new Caller(
                    UUID.fromString(text(claims, "sub")),
                    text(claims, "upn"),
                    Role.ofWord(role),
                    id(claims, AccessTokens.PERSON_ID));
        }
        throw new IllegalArgumentException("not one role");
    }

    private static @Nullable UUID id(Map<String, Object> claims, String name) {
        return claims.get(name) == null ? null : UUID.fromString(text(claims, name));
    }

    private static String text(Map<String, Object> claims, String name) {
        if (claims.get(name) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw new IllegalArgumentException(name);
    }

    private static Instant instant(Map<String, Object> claims, String name) {
        if (claims.get(name) instanceof Number seconds) {
            return Instant.ofEpochSecond(seconds.longValue());
        }
        throw new IllegalArgumentException(name);
    }
}
