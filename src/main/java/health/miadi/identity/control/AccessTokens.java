package health.miadi.identity.control;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import health.miadi.identity.entity.User;
import health.miadi.shared.settings.Configured;
import health.miadi.shared.settings.Setting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes access tokens: signed JWTs with the claims of MicroProfile JWT (R-AUTH-2). */
@ApplicationScoped
public class AccessTokens {
    /** The claim that names the person whose account it is. */
    public static final String PERSON_ID = "personId";

    /** The claim that names the session: when it ends, the token does (R-AUTH-3). */
    public static final String SESSION_ID = "sid";

    /** The claim that names what the user has to have and lacks: until then the token is good for setting that up alone (R-AUTH-10). */
    public static final String LACKS = "lacks";

    /** What may be lacked. */
    public static final String SECOND_FACTOR = "second-factor";

    @Inject
    Clock clock;

    @Inject
    RequiredSecondFactor required;

    @Inject
    @ConfigProperty(name = "mp.jwt.verify.issuer")
    String issuer;

    @Inject
    @ConfigProperty(name = "mp.jwt.verify.audiences")
    String audience;

    @Inject
    @Configured(Setting.JWT_LIFETIME_SECONDS)
    int lifetimeSeconds;

    /** How long a token is valid, in seconds. */
    public int lifetimeSeconds() {
        return lifetimeSeconds;
    }

    /** Whether a token for that user is good for nothing but setting a second factor up. */
    boolean lacksSecondFactor(User user) {
        return required.isLackedBy(user);
    }

    /** A token for that user in that session, valid from now on. */
    public String issue(User user, UUID session) {
        SigningKey signingKey = SigningKey.configured().orElseThrow();
        JWSHeader header = new JWSHeader.Builder(SigningKey.algorithm(signingKey.key()))
                .type(JOSEObjectType.JWT)
                .keyID(signingKey.key().getKeyID())
                .build();
        SignedJWT token = new SignedJWT(header, claims(user, session));
        try {
            token.sign(signingKey.signer());
        } catch (JOSEException broken) {
            throw new IllegalStateException("a token cannot be signed", broken);
        }
        return token.serialize();
    }

    @SuppressWarnings("JavaUtilDate") // the library's own type for instants
    JWTClaimsSet claims(User user, UUID session) {
        Instant now = clock.instant();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(audience)
                .subject(user.id().toString())
                .claim("upn", user.username())
                .claim("groups", List.of(user.role().word()))
                .claim(SESSION_ID, session.toString())
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(lifetimeSeconds)));
        if (lacksSecondFactor(user)) {
            claims.claim(LACKS, SECOND_FACTOR);
        }
        UUID person = user.personId();
        return (person == null ? claims : claims.claim(PERSON_ID, person.toString())).build();
    }
}
