package health.miadi.audit.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.miadi.testing.Answer;
import health.miadi.testing.Clinic;
import health.miadi.testing.TestPatient;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R-REC-5: what a superuser does to the trail by hand is found. Each test finds it as it was before the first one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditChainIT {
    /** Triggers keep still for such a session: only a superuser can have one. */
    private static final String BY_HAND = "SET session_replication_role = replica";

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final String OWN = " WHERE id = (SELECT id FROM audit_entries WHERE entity_id = '%s')";

    private final Clinic clinic = Clinic.ofTheSuite();
    private final TestPatient patient = clinic.aPatient();
    private final String own = OWN.formatted(patient.id());

    @BeforeAll
    void keepWhatWasWritten() throws SQLException {
        awaitSealing(patient);
        // a seal more, so that the one of what is tampered with is not the only one
        awaitSealing(clinic.aPatient());
        asSuperuser(
                "CREATE TABLE kept_entries AS SELECT * FROM audit_entries",
                "CREATE TABLE kept_seals AS SELECT * FROM audit_seals");
        assertThat(verify().at("/holds")).isEqualTo("true");
    }

    @AfterEach
    void putBackWhatWasWritten() throws SQLException {
        asSuperuser(
                BY_HAND,
                "DELETE FROM audit_entries WHERE id IN (SELECT id FROM kept_entries)",
                "DELETE FROM audit_entries WHERE reason = 'forged'",
                "INSERT INTO audit_entries OVERRIDING SYSTEM VALUE SELECT * FROM kept_entries",
                "DELETE FROM audit_seals WHERE number IN (SELECT number FROM kept_seals)",
                "INSERT INTO audit_seals SELECT * FROM kept_seals");
        assertThat(verify().at("/holds")).isEqualTo("true");
    }

    @AfterAll
    void forgetWhatWasKept() throws SQLException {
        asSuperuser("DROP TABLE kept_entries", "DROP TABLE kept_seals");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "entity_id = NULL",
                "outcome = 'refused'",
                "at = at + interval '1 microsecond'",
                "address = NULL",
                "actor_id = entity_id",
                "reason = 'because'",
                "request_id = request_id || 'x'"
            })
    void findsAnEntryThatWasChanged(String change) throws SQLException {
        long id = idOfOwn();
        asSuperuser(BY_HAND, "UPDATE audit_entries SET " + change + own);

        assertFault("changed", id);
    }

    @Test
    void findsAnEntryThatWasRemoved() throws SQLException {
        long id = idOfOwn();
        asSuperuser(BY_HAND, "DELETE FROM audit_entries" + own);

        assertFault("removed", id);
    }

    @Test
    void findsAnEntryThatWasInserted() throws SQLException {
        asSuperuser(
                BY_HAND,
                "INSERT INTO audit_entries (era, xid, id, actor_role, action, entity, outcome, reason)"
                        + " OVERRIDING SYSTEM VALUE SELECT era, xid, -id, 'admin', 'read', 'patient', 'done', 'forged'"
                        + " FROM audit_entries" + own);

        assertFault("inserted", -idOfOwn());
    }

    @Test
    void findsASealThatWasRemoved() throws SQLException {
        asSuperuser(BY_HAND, "DELETE FROM audit_seals WHERE number = 1");

        Answer found = verify();

        assertThat(found.at("/holds")).isEqualTo("false");
        assertThat(found.at("/fault/kind")).isEqualTo("seal_broken");
    }

    @Test
    void findsByANotedHeadThatTheEndWasCutOffOrMadeAnew() throws SQLException {
        Answer noted = verify();
        String head = "/audit/verify?position=" + noted.at("/head/position") + "&hash=" + noted.at("/head/hash");
        assertThat(clinic.admin().get(head).expect(200).at("/holds")).isEqualTo("true");
        String other = head.substring(0, head.length() - 1) + (head.endsWith("0") ? "1" : "0");

        assertThat(clinic.admin().get(other).expect(200).at("/fault/kind")).isEqualTo("rewritten");
        assertThat(clinic.admin()
                        .get("/audit/verify?position=999999999999&hash=" + noted.at("/head/hash"))
                        .expect(200)
                        .at("/fault/kind"))
                .isEqualTo("cut_off");
    }

    private void assertFault(String kind, long entryId) {
        Answer found = verify();

        assertThat(found.at("/holds")).isEqualTo("false");
        assertThat(found.at("/fault/kind")).isEqualTo(kind);
        assertThat(found.at("/fault/entryId")).isEqualTo(Long.toString(entryId));
    }

    private long idOfOwn() {
        return clinic.database().number("SELECT id FROM audit_entries WHERE entity_id = CAST(? AS uuid)", patient.id());
    }

    private Answer verify() {
        return clinic.admin().get("/audit/verify").expect(200);
    }

    private void awaitSealing(TestPatient known) {
        String sealed =
                "SELECT count(*) FROM audit_entries e WHERE e.entity_id = CAST(? AS uuid) AND (e.era, e.xid, e.id)"
                        + " <= (SELECT through_era, through_xid, through_id FROM audit_seals ORDER BY number DESC LIMIT 1)";
        await("the timer's turn").atMost(PATIENCE).until(() -> clinic.database().number(sealed, known.id()) == 1);
    }

    private void asSuperuser(String... statements) throws SQLException {
        try (Connection connection = clinic.database().connectAsSuperuser()) {
            connection.setAutoCommit(false);
            try (Statement execution = connection.createStatement()) {
                for (String statement : statements) {
                    execution.execute(statement);
                }
            }
            connection.commit();
        }
    }
}
