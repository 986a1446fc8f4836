package health.miadi.identity.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.miadi.testing.server.TestDatabase;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("no-server")
@DisplayName(
        "R-PERS-6: an upgrade keeps everybody, those too who have a number that is another one's, and refuses new ones")
class FoldedPersonsIT {

    private static Flyway to(TestDatabase database, String version, String country) {
        return Flyway.configure()
                .dataSource(database.url(), "miadi_owner", TestDatabase.password())
                .locations("classpath:db/migration")
                .outOfOrder(true)
                .initSql("SET miadi.application_role = 'miadi'; SET miadi.phone_country_code = '" + country + "'")
                .target(version)
                .load();
    }

    private static String person(TestDatabase database, @Nullable String phone, @Nullable String nationalId) {
        String id = UUID.randomUUID().toString();
        database.update(
                "INSERT INTO persons (id, kind, first_name, last_name, phone, national_id, created_at, updated_at)"
                        + " VALUES (CAST(? AS uuid), 'patient', 'Amina', 'Otieno', ?, ?, clock_timestamp(), now())",
                id,
                phone,
                nationalId);
        database.update(
                "INSERT INTO patients VALUES (CAST(? AS uuid), 'PAT-' || nextval('patient_numbers') + 100000)", id);
        return id;
    }

    private static List<String> confirmed(TestDatabase database, String column) {
        return database.texts(
                "SELECT CAST(" + column + "_confirmed_at IS NOT NULL AS text) FROM persons ORDER BY created_at");
    }

    private static void confirm(TestDatabase database, String column, String id) {
        database.update("UPDATE persons SET " + column + "_confirmed_at = now() WHERE id = CAST(? AS uuid)", id);
    }

    @Test
    void dataSurvives() {
        try (TestDatabase database = TestDatabase.start()) {
            to(database, "20261129140100", "254").migrate();
            String first = person(database, "+254712345678", "AB-1");
            String second = person(database, "0712345678", "AB 1");
            String tanzanian = person(database, "+255712345678", null);
            person(database, "+255700000001", null);
            person(database, "0700000001", null);

            to(database, "latest", "254").migrate();
            assertThat(database.texts(
                            "SELECT id FROM found_patients('0712 345 678', '', CAST('00000000-0000-0000-0000-000000000000' AS uuid), 9)"
                                    + " AS id"))
                    .contains(first, second);
            assertThat(database.texts("SELECT phone FROM persons ORDER BY created_at"))
                    .containsExactly("+254712345678", "0712345678", "+255712345678", "+255700000001", "0700000001");
            // R-PERS-2: what was unique counts as confirmed, what was another's is a claim
            assertThat(confirmed(database, "phone")).containsExactly("true", "false", "true", "true", "true");
            assertThat(confirmed(database, "national_id")).containsExactly("true", "false", "false", "false", "false");
            assertThatThrownBy(() -> confirm(database, "phone", second))
                    .hasStackTraceContaining("persons_unique_phone");
            assertThatThrownBy(() -> confirm(database, "national_id", second))
                    .hasStackTraceContaining("persons_unique_national_id");
            database.update("UPDATE persons SET gender = 'female', phone = phone WHERE id = CAST(? AS uuid)", second);

            // of Tanzania now: the last one's number is another's, of whom it was confirmed before
            to(database, "latest", "255").migrate();
            assertThat(confirmed(database, "phone")).containsExactly("true", "false", "true", "true", "false");
            assertThat(database.texts("SELECT phone_key FROM persons ORDER BY created_at"))
                    .containsExactly("254712345678", "255712345678", "255712345678", "255700000001", "255700000001");
            assertThat(database.texts("SELECT phone FROM persons WHERE id = CAST(? AS uuid)", tanzanian))
                    .containsExactly("+255712345678");
        }
    }
}
