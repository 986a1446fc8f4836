package health.miadi.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import health.miadi.testing.server.ServerUnderTest;
import health.miadi.testing.server.TestKeys;
import java.security.KeyPair;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Accounts without passwords, with tokens that the tests sign themselves: hashing hundreds of passwords would be most of
 * a run's time. Signing in as people do is tested on its own.
 */
public final class Accounts {

    /** No password has it. An admin needs one to count as an admin who can sign in. */
    private static final String HASH_OF_NOTHING = "PBKDF2WithHmacSHA512:210000:"
            + Base64.getEncoder().encodeToString(new byte[32]) + ":"
            + Base64.getEncoder().encodeToString(new byte[64]);

    private static final Duration LIFETIME = Duration.ofMinutes(15);

    private final ServerUnderTest server;
    private @Nullable UUID session;

    Accounts(ServerUnderTest server) {
        this.server = server;
    }

    /**
     * Opens an account and answers an access token for it.
     *
     * @param role as tokens and the database say it
     * @param person whose account it is, null for nobody's
     */
    public String open(String role, @Nullable UUID person) {
        String username = role + "-" + UUID.randomUUID();
        UUID id = insert(username, role, person);
        UUID session = openSession(id);
        return token(claims -> claims.subject(id.toString())
                .claim("sid", session.toString())
                .claim("upn", username)
                .claim("groups", List.of(role))
                .claim("personId", person == null ? null : person.toString()));
    }

    private UUID insert(String username, String role, @Nullable UUID person) {
        UUID id = UUID.randomUUID();
        server.database()
                .update(
                        "INSERT INTO users (id, username, role, password_hash, enabled, person_id, created_at, updated_at)"
                                + " VALUES (?, ?, ?, CAST(? AS text), true, ?, now(), now())",
                        id,
                        username,
                        role,
                        role.equals("admin") ? HASH_OF_NOTHING : null,
                        person);
        return id;
    }

    /**
     * Gives the account of that person a password to sign in with, and ends none of its sessions. Its hash has few iterations: what
     * a good one costs is time that only tests of passwords need to spend.
     */
    public Login login(UUID person) {
        return loginWhere("person_id = ?", person);
    }

    /** The same for the account with that e-mail address. */
    Login login(String email) {
        return loginWhere("email = ?", email);
    }

    /** A new admin who signs in with a password. */
    public Login adminLogin() {
        return loginWhere("id = ?", insert("admin-" + UUID.randomUUID(), "admin", null));
    }

    private Login loginWhere(String condition, Object value) {
        try (Connection connection = server.database().connectAsSuperuser();
                Statement statement = connection.createStatement();
                PreparedStatement update = connection.prepareStatement(
                        "UPDATE users SET password_hash = ? WHERE " + condition + " RETURNING username")) {
            statement.execute("SET session_replication_role = replica"); // a new password would end the sessions
            update.setString(1, CheapHash.OF_THE_PASSWORD);
            update.setObject(2, value);
            ResultSet updated = update.executeQuery();
            updated.next();
            return new Login(updated.getString(1), SignedUp.PASSWORD);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A session of that user, as signing in opens it; answers its id, which is the claim {@code sid}. */
    public UUID openSession(UUID user) {
        UUID session = UUID.randomUUID();
        server.database()
                .update(
                        "INSERT INTO sessions (id, user_id, created_at, expires_at)"
                                + " VALUES (?, ?, now(), now() + interval '30 days')",
                        session,
                        user);
        return session;
    }

    private synchronized UUID sessionOfNobodyElse() {
        UUID known = session;
        if (known == null) {
            known = openSession(insert("patient-" + UUID.randomUUID(), "patient", null));
            session = known;
        }
        return known;
    }

    /** A token that is right but for what {@code change} does to its claims. */
    public String token(Consumer<JWTClaimsSet.Builder> change) {
        return token(server.keys().pair(), change);
    }

    /** The same, as a server signed it before its key was changed. */
    public String tokenOfFormerKey(Consumer<JWTClaimsSet.Builder> change) {
        TestKeys former = server.keys().former();
        return token(former.pair(), former.id(), change);
    }

    /** The same, signed by any key, under the name of the right one. */
    public String token(KeyPair signer, Consumer<JWTClaimsSet.Builder> change) {
        return token(signer, server.keys().id(), change);
    }

    @SuppressWarnings("JavaUtilDate") // the library's own type for instants
    private String token(KeyPair signer, String keyId, Consumer<JWTClaimsSet.Builder> change) {
        Instant now = Clock.systemUTC().instant();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer("miadi")
                .audience("miadi-api")
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)));
        change.accept(claims);
        if (!claims.getClaims().containsKey("sid")) {
            claims.claim("sid", sessionOfNobodyElse().toString());
        }
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(JOSEObjectType.JWT)
                .keyID(keyId)
                .build();
        var token = new SignedJWT(header, claims.build());
        try {
            token.sign(new RSASSASigner(signer.getPrivate()));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }
}
