package health.miadi.console.database;

import health.miadi.audit.control.AuditTrail;
import health.miadi.audit.entity.AuditAction;
import health.miadi.audit.entity.AuditedEntity;
import health.miadi.console.runtime.ApplicationRuntime;
import health.miadi.console.storage.InvalidAttributeException;
import health.miadi.console.storage.ObjectClass;
import health.miadi.console.storage.PatientNumbers;
import health.miadi.console.storage.StoredObject;
import health.miadi.console.storage.Taking;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Takes many objects at once, in the transaction that runs: a statement a table, whatever their number.
 *
 * <p>The database's own constraints decide. A batch that they refuse is tried in halves, so that each object which is at
 * fault is found, with the constraint's reason, and all others are stored.
 */
final class BatchRepository {
    private static final String NUMBER = "patientNumber";

    private final ApplicationRuntime runtime;
    private final Connection connection;
    private final boolean rehearsal;

    /**
     * @param rehearsal whether all is taken back, and so no patient number may be used up
     */
    BatchRepository(ApplicationRuntime runtime, boolean rehearsal) {
        this.runtime = runtime;
        this.rehearsal = rehearsal;
        this.connection = runtime.connection();
    }

    /** For each object, what became of it. */
    List<Taking> take(ObjectClass type, List<StoredObject> batch) throws SQLException {
        Set<UUID> known = known(type, batch);
        Map<UUID, Taking> refused = new HashMap<>();
        List<StoredObject> left = new ArrayList<>();
        Set<UUID> seen = new HashSet<>(known);
        for (StoredObject object : batch) {
            if (seen.add(object.id())) {
                try {
                    Map<String, Object> values = type.readAgain(object.attributes());
                    left.add(numbered(StoredObject.of(type, object.id(), object.version(), values)));
                } catch (InvalidAttributeException unreadable) {
                    refused.put(object.id(), Taking.refused(unreadable));
                }
            }
        }
        insert(type, left, refused);
        List<UUID> taken = left.stream()
                .map(StoredObject::id)
                .filter(id -> !refused.containsKey(id))
                .toList();
        if (type == ObjectClass.PATIENT && !rehearsal) {
            catchUpNumbers(left, Set.copyOf(taken));
        }
        runtime.get(AuditTrail.class).record(AuditAction.IMPORTED, entity(type), taken);
        Set<UUID> unnamed = new HashSet<>(taken);
        return batch.stream()
                .map(object ->
                        unnamed.remove(object.id()) ? Taking.TAKEN : refused.getOrDefault(object.id(), Taking.KNOWN))
                .toList();
    }

    /** A sequence takes nothing back: in a rehearsal a patient's id serves as their number. */
    private StoredObject numbered(StoredObject object) {
        boolean lacks = rehearsal
                && object.type() == ObjectClass.PATIENT
                && object.value(NUMBER).isEmpty();
        return lacks ? object.with(NUMBER, Optional.of(object.id().toString())) : object;
    }

    private Set<UUID> known(ObjectClass type, List<StoredObject> batch) throws SQLException {
        String table = BatchTable.of(type).get(0).name();
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT id FROM " + table + " WHERE id = ANY (CAST(? AS uuid[]))")) {
            statement.setArray(
                    1,
                    array(batch.stream().map(object -> object.id().toString()).toArray()));
            Set<UUID> known = new HashSet<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    known.add(rows.getObject(1, UUID.class));
                }
            }
            return known;
        }
    }

    private void insert(ObjectClass type, List<StoredObject> objects, Map<UUID, Taking> refused) throws SQLException {
        if (objects.isEmpty()) {
            return;
        }
        Savepoint before = connection.setSavepoint();
        try {
            for (BatchTable table : BatchTable.of(type)) {
                insert(table, objects);
            }
            connection.releaseSavepoint(before);
        } catch (SQLException refusal) {
            if (!ConstraintLines.isOfARow(refusal)) {
                throw refusal;
            }
            connection.rollback(before);
            if (objects.size() == 1) {
                refused.put(objects.get(0).id(), ConstraintLines.of(refusal));
            } else {
                insert(type, objects.subList(0, objects.size() / 2), refused);
                insert(type, objects.subList(objects.size() / 2, objects.size()), refused);
            }
        }
    }

    private void insert(BatchTable table, List<StoredObject> objects) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(table.statement())) {
            int parameter = 1;
            for (BatchTable.Column column : table.columns()) {
                statement.setArray(
                        parameter++, array(objects.stream().map(column.text()).toArray()));
            }
            statement.executeUpdate();
        }
    }

    /** Numbers that came along are not given again: the sequence goes on after them. */
    private void catchUpNumbers(List<StoredObject> patients, Set<UUID> taken) throws SQLException {
        long highest = patients.stream()
                .filter(patient -> taken.contains(patient.id()))
                .flatMap(patient -> patient.value(NUMBER).stream())
                .flatMapToLong(number -> PatientNumbers.place(number.toString()).stream())
                .max()
                .orElse(0);
        if (highest > 0) {
            try (PreparedStatement statement = connection.prepareStatement(
                    "SELECT count(nextval('patient_numbers')) FROM"
                            + " generate_series((SELECT last_value + CAST(is_called AS integer) FROM patient_numbers), ?)")) {
                statement.setLong(1, highest);
                statement.executeQuery().close();
            }
        }
    }

    private Array array(Object[] texts) throws SQLException {
        return connection.createArrayOf("text", texts);
    }

    static AuditedEntity entity(ObjectClass type) {
        return type == ObjectClass.MEDICAL_RECORD ? AuditedEntity.RECORD : AuditedEntity.valueOf(type.name());
    }
}
