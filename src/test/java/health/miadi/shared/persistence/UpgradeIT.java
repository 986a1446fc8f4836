package health.miadi.shared.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.miadi.testing.server.TestDatabase;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a clinic of the first release has stored is brought to later rules, and nobody loses anything by it. */
@Tag("no-server")
class UpgradeIT {
    private static final String FIRST_RELEASE = "20261122022000";

    private static final String EXCEPTIONS =
            "SELECT concat_ws('|', id, provider_id, kind, start_date, end_date, start_time, end_time, version,"
                    + " updated_at) FROM availability_exceptions ORDER BY start_date";

    private final TestDatabase database = TestDatabase.start();

    @BeforeEach
    void aClinicOfTheFirstRelease() {
        database.migrateTo(FIRST_RELEASE);
    }

    @AfterEach
    void stop() {
        database.close();
    }

    private UUID person(String firstName, String lastName, @Nullable String email) {
        UUID id = UUID.randomUUID();
        database.update(
                "INSERT INTO persons (id, kind, first_name, last_name, email, created_at, updated_at)"
                        + " VALUES (?, 'patient', ?, ?, ?, now(), now())",
                id,
                firstName,
                lastName,
                email);
        return id;
    }

    private UUID account(String username, @Nullable String email, @Nullable UUID person) {
        UUID id = UUID.randomUUID();
        database.update(
                "INSERT INTO users (id, username, email, password_hash, role, enabled, person_id, created_at, updated_at)"
                        + " VALUES (?, ?, CAST(? AS text), 'hash', CAST(? AS text), true, CAST(? AS uuid), now(), now())",
                id,
                username,
                email,
                person == null ? "admin" : "patient",
                person);
        return id;
    }

    /** The account that signing in finds by that name. */
    private String signsIn(String name) {
        return database.texts("SELECT id::text FROM users WHERE lower(username) = '" + name + "' OR lower(email) = '"
                        + name + "' OR id = (SELECT user_id FROM email_addresses WHERE address = '" + name + "')")
                .toString();
    }

    private String addressOf(UUID person) {
        return database.texts("SELECT coalesce(email, '') FROM persons WHERE id = '" + person + "'")
                .get(0);
    }

    private static String only(UUID id) {
        return "[" + id + "]";
    }

    /** R-PERS-5. */
    @Test
    void addressesThatPartAreBroughtTogetherAndAllSignInAsBefore() {
        UUID moved = person("Mo", "Ved", "new@example.org");
        UUID hers = account("Old@example.org", "Old@example.org", moved);
        UUID named = person("Na", "Med", "named@example.org");
        UUID his = account("named", "other@example.org", named);
        UUID without = person("With", "Out", null);
        UUID theirs = account("without@example.org", "without@example.org", without);
        UUID silent = person("Si", "Lent", "silent@example.org");
        UUID quiet = account("quiet", null, silent);
        UUID admin = account("boss", "boss@example.org", null);

        database.migrate();

        assertThat(signsIn("old@example.org")).isEqualTo(only(hers));
        assertThat(signsIn("new@example.org")).isEqualTo(only(hers));
        assertThat(signsIn("named")).isEqualTo(only(his));
        assertThat(signsIn("other@example.org")).isEqualTo(only(his));
        assertThat(signsIn("named@example.org")).isEqualTo(only(his));
        assertThat(signsIn("without@example.org")).isEqualTo(only(theirs));
        assertThat(addressOf(without)).isEqualTo("without@example.org");
        assertThat(signsIn("quiet")).isEqualTo(only(quiet));
        assertThat(signsIn("silent@example.org")).isEqualTo(only(quiet));
        assertThat(signsIn("boss@example.org")).isEqualTo(only(admin));
        assertThat(database.number("SELECT count(*) FROM users u JOIN persons p ON p.id = u.person_id"
                        + " WHERE u.email IS DISTINCT FROM p.email"))
                .isZero();

        database.update("UPDATE persons SET email = 'newest@example.org' WHERE id = ?", moved);
        assertThat(signsIn("newest@example.org")).isEqualTo(only(hers));
        assertThat(signsIn("old@example.org")).isEqualTo("[]");
    }

    /** R-PERS-5. */
    @Test
    void anAddressWithWhichAnotherSignsInStaysWhereItIs() {
        UUID first = account("first@example.org", "first@example.org", person("Fi", "Rst", "moved@example.org"));
        UUID taker = person("Ta", "Ker", "first@example.org");
        UUID second = account("second@example.org", "second@example.org", taker);

        database.migrate();

        assertThat(signsIn("first@example.org")).isEqualTo(only(first));
        assertThat(signsIn("moved@example.org")).isEqualTo(only(first));
        assertThat(signsIn("second@example.org")).isEqualTo(only(second));
        assertThat(addressOf(taker)).isEqualTo("first@example.org");

        database.update("UPDATE persons SET email = 'second@example.org' WHERE id = ?", taker);
        assertThat(signsIn("second@example.org")).isEqualTo(only(second));
    }

    /** R-PERS-1. */
    @Test
    void namesAreBroughtToTheOneFormAndOfNothingToSeeStay() {
        UUID composed = person("Jose\u0301", "\u00a0Otieno\u200b", null);
        UUID turned = person("Rtl", "Ev\u202eil", null);
        UUID unseen = person("A", "\u3164", null);

        database.migrate();

        assertThat(nameOf(composed)).isEqualTo("Jos\u00e9|Otieno");
        assertThat(nameOf(turned)).isEqualTo("Rtl|Evil");
        assertThat(nameOf(unseen)).isEqualTo("A|\u3164");
    }

    /** ADR 0038: what was planned before is the same on each of its days, and none has become one that runs through. */
    @Test
    void absencesThatWerePlannedStayAsTheyAre() {
        UUID provider = UUID.randomUUID();
        database.update(
                "INSERT INTO persons (id, kind, first_name, last_name, created_at, updated_at)"
                        + " VALUES (?, 'provider', 'Pro', 'Vider', now(), now())",
                provider);
        database.update(
                "INSERT INTO providers (id, cadre, time_zone, active) VALUES (?, 'doctor', 'UTC', true)", provider);
        exception(provider, "absent", "2026-12-24", "2026-12-26", null, null);
        exception(provider, "absent", "2026-12-27", "2026-12-28", "14:30", "10:00");
        exception(provider, "absent", "2026-12-29", "2026-12-29", "08:00", "00:00");
        exception(provider, "extra", "2026-12-30", "2026-12-31", "22:00", "02:00");
        List<String> before = database.texts(EXCEPTIONS);

        database.migrate();

        assertThat(before).hasSize(4);
        assertThat(database.texts(EXCEPTIONS)).isEqualTo(before);
        assertThat(database.texts("SELECT DISTINCT extent FROM availability_exceptions"))
                .containsExactly("each_day");
        // and whoever means another changes it, where it ends after it begins
        assertThat(database.update("UPDATE availability_exceptions SET extent = 'through'"
                        + " WHERE start_date = DATE '2026-12-27'"))
                .isOne();
        assertThat(database.update("UPDATE availability_exceptions SET extent = 'through'"
                        + " WHERE start_date = DATE '2026-12-29'"))
                .isOne();
        assertThatThrownBy(() -> database.update("UPDATE availability_exceptions SET extent = 'through'"
                        + " WHERE start_date = DATE '2026-12-24'"))
                .hasStackTraceContaining("availability_exceptions_through");
    }

    private void exception(
            UUID provider, String kind, String first, String last, @Nullable String from, @Nullable String to) {
        database.update(
                "INSERT INTO availability_exceptions (id, provider_id, kind, start_date, end_date, start_time, end_time,"
                        + " created_at, updated_at) VALUES (gen_random_uuid(), ?, ?, CAST(? AS date), CAST(? AS date),"
                        + " CAST(CAST(? AS text) AS time), CAST(CAST(? AS text) AS time), now(), now())",
                provider,
                kind,
                first,
                last,
                from,
                to);
    }

    private String nameOf(UUID person) {
        return database.texts("SELECT first_name || '|' || last_name FROM persons WHERE id = '" + person + "'")
                .get(0);
    }
}
