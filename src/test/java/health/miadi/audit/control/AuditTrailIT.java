package health.miadi.audit.control;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.audit.entity.AuditAction;
import health.miadi.audit.entity.AuditedEntity;
import health.miadi.shared.persistence.MiadiDataSource;
import health.miadi.testing.arquillian.InContainer;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** R-REC-5: what a call writes, and that it is written with what it tells of or not at all. */
@InContainer
class AuditTrailIT {
    @Inject
    AuditTrail trail;

    @Inject
    UserTransaction transaction;

    @Resource(lookup = MiadiDataSource.NAME)
    DataSource database;

    @Test
    void writesOneEntryWithTheReasonThatAPersonGave() throws Exception {
        UUID thing = UUID.randomUUID();

        transaction.begin();
        trail.record(AuditAction.BOOKED, AuditedEntity.APPOINTMENT, thing, "An emergency");
        transaction.commit();

        assertThat(entriesOf(thing)).containsExactly("booked appointment done An emergency anonymous");
    }

    @Test
    void writesOneEntryForEachOfSeveralInTheirOrder() throws Exception {
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();

        transaction.begin();
        trail.record(AuditAction.READ, AuditedEntity.PATIENT, List.of(second, first));
        trail.record(AuditAction.READ, AuditedEntity.PATIENT, List.of());
        transaction.commit();

        assertThat(entriesOf(first)).containsExactly("read patient done null anonymous");
        assertThat(entriesOf(second)).containsExactly("read patient done null anonymous");
        assertThat(read(
                        "SELECT CAST(entity_id AS text) FROM audit_entries WHERE entity_id IN (CAST(? AS uuid), CAST(? AS uuid))"
                                + " ORDER BY id",
                        first,
                        second))
                .containsExactly(second.toString(), first.toString());
    }

    @Test
    void writesOfNoSingleThing() throws Exception {
        transaction.begin();
        trail.record(AuditAction.VERIFIED, AuditedEntity.AUDIT, (UUID) null, "test of nothing");
        transaction.commit();

        assertThat(read("SELECT CAST(entity_id AS text) FROM audit_entries WHERE reason = ?", "test of nothing"))
                .hasSize(1)
                .containsOnlyNulls();
    }

    @Test
    void writesNothingOfWhatWasNotDone() throws Exception {
        UUID thing = UUID.randomUUID();

        transaction.begin();
        trail.record(AuditAction.CHANGED, AuditedEntity.PROVIDER, thing);
        transaction.rollback();

        assertThat(entriesOf(thing)).isEmpty();
    }

    private List<String> entriesOf(UUID thing) throws SQLException {
        return read(
                "SELECT concat_ws(' ', action, entity, outcome, coalesce(reason, 'null'), actor_role) FROM audit_entries"
                        + " WHERE entity_id = CAST(? AS uuid)",
                thing);
    }

    private List<String> read(String sql, Object... values) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i].toString());
            }
            List<String> found = new ArrayList<>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        }
    }
}
