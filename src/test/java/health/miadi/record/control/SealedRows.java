package health.miadi.record.control;

import health.miadi.record.entity.Seal;
import health.miadi.testing.server.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import javax.crypto.spec.SecretKeySpec;

/** Many records at once, past the application and as it would have sealed them. */
public final class SealedRows {
    private final TestDatabase database;
    private final RecordCipher cipher;

    /**
     * Makes rows that a key seals.
     *
     * @param key as the setting has it, {@code id:base64}
     */
    public SealedRows(TestDatabase database, String key) {
        String id = key.substring(0, key.indexOf(':'));
        byte[] bytes =
                Base64.getDecoder().decode(key.substring(key.indexOf(':') + 1).getBytes(StandardCharsets.US_ASCII));
        this.database = database;
        this.cipher = new RecordCipher(new KeyRing(Map.of(id, new SecretKeySpec(bytes, "AES")), id));
    }

    /** Records of so many visits in one transaction, one an hour, the earliest first; answers the ids of their appointments. */
    public List<UUID> records(UUID provider, UUID patient, int many, IntFunction<String> diagnosis) {
        List<UUID> visits = new ArrayList<>();
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            for (int i = 0; i < many; i++) {
                UUID visit = UUID.randomUUID();
                UUID record = UUID.randomUUID();
                int hoursAgo = many - i;
                insert(connection, """
                        INSERT INTO appointments (id, provider_id, patient_id, start_at, end_at, blocked_from, blocked_until,
                            time_zone, status, last_change, changed_by_role, created_at, updated_at)
                        SELECT ?, ?, ?, at, at + interval '30 minutes', at, at + interval '30 minutes', 'UTC', 'completed',
                            'booked', 'admin', now(), now()
                        FROM (SELECT date_trunc('hour', now()) - ? * interval '1 hour' AS at) AS visit
                        """, visit, provider, patient, hoursAgo);
                insert(connection, """
                        INSERT INTO medical_records (id, appointment_id, provider_id, patient_id, visit_at, newest_version,
                            created_at, updated_at)
                        SELECT ?, id, provider_id, patient_id, start_at, 1, now(), now() FROM appointments WHERE id = ?
                        """, record, visit);
                version(connection, new Seal(record, visit, patient, provider, 1), diagnosis.apply(i));
                visits.add(visit);
            }
            connection.commit();
            return visits;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The secret of an account's authenticator app, sealed as the application would have (R-AUTH-10). */
    public byte[] secret(byte[] secret, UUID account) {
        return cipher.seal(secret, AccountSecretSealing.bound(account));
    }

    private void version(Connection connection, Seal seal, String diagnosis) throws SQLException {
        insert(
                connection,
                "INSERT INTO medical_record_versions (id, record_id, number, written_at, diagnosis, notes)"
                        + " VALUES (gen_random_uuid(), ?, ?, now(), ?, ?)",
                seal.recordId(),
                seal.number(),
                cipher.seal(diagnosis, seal, RecordField.DIAGNOSIS),
                cipher.seal("Notes of " + diagnosis, seal, RecordField.NOTES));
    }

    private static void insert(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
