package health.miadi.shared.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.miadi.testing.server.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R-PERS-4: what was stored before stays, but for the dashes that nobody is called. */
@Tag("no-server")
class NamesMigrationIT {
    private static final String BEFORE = "20261129170000?";

    @Test
    void keepsWhatIsStoredAndForgetsTheDashesOfSignInsWithGoogle() {
        try (TestDatabase database = TestDatabase.start()) {
            database.migrateTo(BEFORE);
            person(database, 1, "Suharto", "-", null);
            person(database, 2, "-", "Suharto", "1957-03-14");
            person(database, 3, "Typed", "-", null);
            for (int linked = 1; linked <= 2; linked++) {
                database.update(
                        "INSERT INTO users (id, username, role, enabled, person_id, openid_issuer, openid_subject,"
                                + " created_at, updated_at) VALUES (gen_random_uuid(), ?, 'patient', true, CAST(? AS uuid),"
                                + " 'https://issuer.example', ?, now(), now())",
                        "user" + linked,
                        id(linked),
                        "subject" + linked);
            }

            database.migrate();

            assertThat(database.texts("SELECT concat_ws('|', coalesce(first_name, '?'), coalesce(last_name, '?'),"
                            + " coalesce(date_of_birth, '?'), version) FROM persons ORDER BY id"))
                    .containsExactly("Suharto|?|?|2", "?|Suharto|1957-03-14|2", "Typed|-|?|1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1869", "57", "1957-13", "1957-02-29", "1957-1-1", "10000", ""})
    void theDatabaseTakesNoOtherBirth(String birth) {
        try (TestDatabase database = TestDatabase.startMigrated()) {
            assertThatThrownBy(() -> person(database, 1, "Suharto", null, birth))
                    .isInstanceOf(IllegalStateException.class);
            person(database, 1, "Suharto", null, "1957-02");
            assertThatThrownBy(() -> person(database, 2, null, null, null)).isInstanceOf(IllegalStateException.class);
        }
    }

    private static String id(int number) {
        return "00000001-0000-7000-8000-00000000000" + number;
    }

    private static void person(
            TestDatabase database, int number, @Nullable String first, @Nullable String last, @Nullable String birth) {
        String cast = birth != null && birth.equals("1957-03-14") ? "CAST('1957-03-14' AS date)" : null;
        database.update(
                "INSERT INTO persons (id, kind, first_name, last_name, date_of_birth, created_at, updated_at)"
                        + " VALUES (CAST(? AS uuid), 'patient', ?, ?, " + (cast == null ? "?" : cast)
                        + ", now(), now())",
                cast == null ? new Object[] {id(number), first, last, birth} : new Object[] {id(number), first, last});
    }
}
