package health.miadi.shared.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.testing.server.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A node of the former version goes on beside one of this version, which has migrated their database (R-SCALE-2, ADR 0062). What the
 * former version says to the database was recorded from it by {@code SideBySideBench}.
 */
@Tag("no-server")
class FormerNodeIT {
    /** The newest migration of commit 9f4af8f. */
    private static final String FORMER = "20261122022000";

    private static final String COLUMNS =
            "SELECT table_name || '.' || column_name || ' ' || data_type FROM information_schema.columns"
                    + " WHERE table_schema = 'public' ORDER BY 1";

    /** What a former node does not fill in, and nobody fills in for it. */
    private static final String DEMANDED =
            "SELECT table_name || '.' || column_name FROM information_schema.columns WHERE table_schema = 'public'"
                    + " AND is_nullable = 'NO' AND column_default IS NULL AND is_generated = 'NEVER' AND is_identity = 'NO' ORDER BY 1";

    /** A date of birth may be a year alone since; what a former node writes and reads of whole dates is text that fits. */
    private static final Set<String> CHANGED = Set.of("persons.date_of_birth date");

    private final TestDatabase database = TestDatabase.start();

    @BeforeEach
    void aClinicOfTheFormerVersion() {
        database.migrateTo(FORMER);
    }

    @AfterEach
    void stop() {
        database.close();
    }

    private UUID person(String kind, String phone, String email) {
        UUID id = UUID.randomUUID();
        database.update(
                "INSERT INTO persons (id, kind, first_name, last_name, date_of_birth, phone, email, national_id, created_at, updated_at)"
                        + " VALUES (?, ?, 'First', 'Last', DATE '1980-02-29', ?, ?, 'ID' || ?, now(), now())",
                id,
                kind,
                phone,
                email,
                phone);
        return id;
    }

    private UUID provider() {
        UUID id = person("provider", "+254711", "pro@example.org");
        database.update(
                "INSERT INTO providers (id, cadre, specialization, time_zone, active) VALUES (?, 'doctor', 'Cardiology', 'UTC', true)",
                id);
        return id;
    }

    /** It was not: the migration that made search follow what people say failed wherever a provider had a specialization. */
    @Test
    void aClinicWithProvidersIsMigratedAndFindsThemByWhatTheyDo() {
        UUID provider = provider();

        database.migrate();

        assertThat(database.texts("SELECT id::text FROM persons WHERE search_text LIKE '% cardiology %'"
                        + " AND search_text LIKE '% heart %' AND search_text LIKE '% daktari %'"))
                .containsExactly(provider.toString());
        assertThat(database.texts("SELECT attgenerated::text FROM pg_attribute WHERE attrelid = 'providers'::regclass"
                        + " AND attname LIKE '%_folded'"))
                .containsExactly("s", "s");
        assertThat(database.texts("SELECT proname FROM pg_proc WHERE proname = 'drop_stand_in_columns'"))
                .isEmpty();
    }

    /** R-SCALE-2. */
    @Test
    void everyStatementOfTheFormerVersionIsStillUnderstood() throws SQLException {
        provider();
        database.migrate();
        List<String> wrong = new ArrayList<>();
        List<String> statements = recorded();
        try (Connection connection = database.connectAsApplication();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                try {
                    statement.execute("PREPARE former AS " + each);
                    statement.execute("DEALLOCATE former");
                } catch (SQLException refused) {
                    wrong.add(refused.getMessage() + ": " + each);
                }
            }
        }
        assertThat(statements).hasSizeGreaterThan(100);
        assertThat(wrong).isEmpty();
    }

    /** R-SCALE-2: nothing that it reads is gone, and nothing is demanded that it does not give. */
    @Test
    void noColumnIsGoneAndNoneIsDemanded() {
        List<String> before = database.texts(COLUMNS);
        List<String> demandedBefore = database.texts(DEMANDED);
        List<String> tablesBefore = database.tables();

        database.migrate();

        assertThat(database.texts(COLUMNS))
                .containsAll(
                        before.stream().filter(each -> !CHANGED.contains(each)).toList());
        assertThat(database.texts(DEMANDED).stream()
                        .filter(each -> tablesBefore.contains(each.substring(0, each.indexOf('.'))))
                        .filter(each -> !demandedBefore.contains(each)))
                .isEmpty();
    }

    /** R-PERS-2: a value that a node changes which knows no marks has none afterwards. */
    @Test
    void whatTheFormerVersionChangesIsConfirmedNoMore() {
        UUID patient = person("patient", "+254712", "patient@example.org");
        database.update("INSERT INTO patients (id, patient_number) VALUES (?, 'PAT-000007')", patient);
        UUID cover = UUID.randomUUID();
        database.update(
                "INSERT INTO insurance (id, patient_id, insurer, policy_number, expiry_date, created_at, updated_at)"
                        + " VALUES (?, ?, 'Insurer', 'P1', DATE '2099-01-01', now(), now())",
                cover,
                patient);
        database.migrate();
        String marks =
                "SELECT num_nonnulls(phone_confirmed_at, email_confirmed_at, national_id_confirmed_at) FROM persons WHERE id = ?";
        assertThat(database.number(marks, patient)).isEqualTo(3);

        database.update("UPDATE persons SET first_name = 'Other', phone = phone WHERE id = ?", patient);
        assertThat(database.number(marks, patient)).isEqualTo(3);
        database.update("UPDATE persons SET phone = '+254713' WHERE id = ?", patient);
        assertThat(database.number(marks, patient)).isEqualTo(2);
        database.update("UPDATE persons SET phone = NULL, national_id = NULL, email = NULL WHERE id = ?", patient);
        assertThat(database.number(marks, patient)).isZero();

        database.update("UPDATE insurance SET insurer = 'Another' WHERE id = ?", cover);
        assertThat(database.number("SELECT count(policy_number_confirmed_at) FROM insurance"))
                .isOne();
        database.update("UPDATE insurance SET policy_number = 'P2' WHERE id = ?", cover);
        assertThat(database.number("SELECT count(policy_number_confirmed_at) FROM insurance"))
                .isZero();
    }

    /** R-PERS-4: as the driver of the former version says a date. */
    @Test
    void aDateOfBirthOfTheFormerVersionIsTaken() {
        database.migrate();
        database.update("INSERT INTO persons (id, kind, first_name, last_name, date_of_birth, created_at, updated_at)"
                + " VALUES (gen_random_uuid(), 'patient', 'First', 'Last', '1980-02-29 +00', now(), now())");
        assertThat(database.texts("SELECT date_of_birth FROM persons")).containsExactly("1980-02-29");
        database.update("UPDATE persons SET date_of_birth = '1981-03-01 -03:30'");
        assertThat(database.texts("SELECT date_of_birth FROM persons")).containsExactly("1981-03-01");
    }

    /** R-AUTH-2: whichever node renewed a session, a late request finds the successor on the other. */
    @Test
    void renewalsOfBothVersionsKnowOfOneAnother() {
        database.migrate();
        UUID user = UUID.randomUUID();
        UUID session = UUID.randomUUID();
        database.update(
                "INSERT INTO users (id, username, role, enabled, created_at, updated_at) VALUES (?, 'someone', 'patient', true, now(), now())",
                user);
        database.update(
                "INSERT INTO sessions (id, user_id, created_at, expires_at) VALUES (?, ?, now(), now() + interval '1 day')",
                session,
                user);
        database.update(
                "INSERT INTO refresh_tokens (hash, session_id, expires_at) SELECT sha256(t::bytea), ?, now() + interval '1 day'"
                        + " FROM unnest(ARRAY['one', 'two', 'three']) AS t",
                session);
        String salt = "sha256('salt')";

        // as the former version does
        database.update("UPDATE refresh_tokens SET used_at = now() WHERE hash = sha256('one')");
        database.update(
                "UPDATE sessions SET rotated_hash = sha256('one'), rotation_salt = " + salt + " WHERE id = ?", session);
        assertThat(database.number(
                        "SELECT count(*) FROM refresh_tokens WHERE hash = sha256('one') AND successor_salt = " + salt))
                .isOne();

        // as this one does
        database.update(
                "UPDATE refresh_tokens SET used_at = now(), successor_salt = sha256('other') WHERE hash = sha256('two')");
        assertThat(
                        database.number(
                                "SELECT count(*) FROM sessions WHERE rotated_hash = sha256('two') AND rotation_salt = sha256('other')"))
                .isOne();
        database.update("UPDATE refresh_tokens SET successor_salt = NULL WHERE hash = sha256('one')");
        assertThat(database.number("SELECT count(*) FROM sessions WHERE rotated_hash = sha256('two')"))
                .isOne();
    }

    private static List<String> recorded() {
        try (var file = FormerNodeIT.class.getResourceAsStream("/health/miadi/upgrade/9f4af8f.sql")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
