package health.miadi.identity.control.openid;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The sign-ins that are under way, by the hash of their state. They are no entities: written once and taken away. */
@ApplicationScoped
public class OpenIdFlowRepository {
    @PersistenceContext
    EntityManager entities;

    void add(byte[] stateHash, OpenIdFlow flow, Instant expiry) {
        OpenIdFlow.Linking linking = flow.linking();
        entities.createNativeQuery("INSERT INTO openid_flows (state_hash, user_id, session_id, landing, expires_at,"
                        + " replaces) VALUES (?, CAST(? AS uuid), CAST(? AS uuid), ?, ?, CAST(? AS uuid))")
                .setParameter(1, stateHash)
                .setParameter(2, linking == null ? null : linking.userId())
                .setParameter(3, linking == null ? null : linking.sessionId())
                .setParameter(4, flow.landing().path())
                .setParameter(5, expiry.atOffset(ZoneOffset.UTC))
                .setParameter(6, flow.replaces())
                .executeUpdate();
    }

    /** Takes a sign-in away: of several who ask for the same one, one gets it. */
    Optional<OpenIdFlow> take(byte[] stateHash, Instant now) {
        List<?> rows = entities.createNativeQuery("""
                        WITH taken AS (DELETE FROM openid_flows WHERE state_hash = ? AND proved_user IS NULL
                            RETURNING user_id, session_id, landing, expires_at, replaces)
                        SELECT user_id, session_id, landing, replaces FROM taken
                        WHERE expires_at > ? AND (session_id IS NULL
                            OR EXISTS (SELECT 1 FROM sessions s WHERE s.id = session_id AND s.ended_at IS NULL))
                        """)
                .setParameter(1, stateHash)
                .setParameter(2, now.atOffset(ZoneOffset.UTC))
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(OpenIdFlowRepository::flow)
                .findFirst();
    }

    /** Keeps for whom the provider has given its word, until they show their second factor. */
    void addProved(byte[] tokenHash, UUID user, @Nullable UUID replaces, Landing landing, Instant expiry) {
        entities.createNativeQuery("INSERT INTO openid_flows (state_hash, proved_user, landing, expires_at, replaces)"
                        + " VALUES (?, ?, ?, ?, CAST(? AS uuid))")
                .setParameter(1, tokenHash)
                .setParameter(2, user)
                .setParameter(3, landing.path())
                .setParameter(4, expiry.atOffset(ZoneOffset.UTC))
                .setParameter(5, replaces)
                .executeUpdate();
    }

    /** For whom the provider has given its word. */
    Optional<UUID> proved(byte[] tokenHash, Instant now) {
        List<?> rows = entities.createNativeQuery("SELECT CAST(proved_user AS text) FROM openid_flows"
                        + " WHERE state_hash = ? AND expires_at > ? AND proved_user IS NOT NULL")
                .setParameter(1, tokenHash)
                .setParameter(2, now.atOffset(ZoneOffset.UTC))
                .getResultList();
        return rows.stream().map(String.class::cast).map(UUID::fromString).findFirst();
    }

    /** Takes that away; false when somebody has already. */
    boolean takeProved(byte[] tokenHash) {
        return entities.createNativeQuery("DELETE FROM openid_flows WHERE state_hash = ? AND proved_user IS NOT NULL")
                        .setParameter(1, tokenHash)
                        .executeUpdate()
                == 1;
    }

    private static OpenIdFlow flow(Object[] row) {
        OpenIdFlow.Linking linking = row[0] == null ? null : new OpenIdFlow.Linking((UUID) row[0], (UUID) row[1]);
        return new OpenIdFlow(linking, (UUID) row[3], new Landing((String) row[2]));
    }

    int sweep(Instant now) {
        return entities.createNativeQuery("DELETE FROM openid_flows WHERE expires_at <= ?")
                .setParameter(1, now.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }
}
