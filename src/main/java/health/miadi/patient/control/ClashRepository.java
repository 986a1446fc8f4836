package health.miadi.patient.control;

import health.miadi.identity.entity.Person;
import health.miadi.shared.paging.Cursor;
import health.miadi.shared.paging.PageQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What several persons have of what should be one's. Policy numbers stand in the covers' table, of which this feature knows no more. */
@ApplicationScoped
public class ClashRepository {
    /** How many sort keys the list has: the person, the field, the thing. */
    public static final int SORT_KEYS = 3;

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /** The claims come from the indexes of those that are not confirmed, and each one's others from those of the keys. */
    private static final String CLASHES = """
            WITH stated AS NOT MATERIALIZED (
                SELECT id AS person, 'phone' AS field, id AS thing, phone_key AS key,
                    phone_confirmed_at IS NOT NULL AS confirmed
                FROM persons WHERE phone_key IS NOT NULL
                UNION ALL
                SELECT id, 'nationalId', id, national_id_key, national_id_confirmed_at IS NOT NULL
                FROM persons WHERE national_id_key IS NOT NULL
                UNION ALL
                SELECT patient_id, 'policyNumber', id, policy_number_key, policy_number_confirmed_at IS NOT NULL
                FROM insurance
            ), claims AS MATERIALIZED (
                SELECT c.* FROM stated c
                WHERE NOT c.confirmed AND (c.person, c.field, c.thing) > (?, ?, ?)
                    AND EXISTS (SELECT FROM stated o WHERE o.field = c.field AND o.key = c.key AND o.thing <> c.thing)
                ORDER BY c.person, c.field, c.thing LIMIT ?
            )
            SELECT c.person, c.field, c.thing, o.person AS other, o.thing AS others, o.confirmed
            FROM claims c CROSS JOIN LATERAL (
                SELECT * FROM stated o WHERE o.field = c.field AND o.key = c.key AND o.thing <> c.thing
                ORDER BY o.confirmed DESC, o.thing LIMIT 20
            ) o
            ORDER BY c.person, c.field, c.thing, o.confirmed DESC, o.thing
            """;

    @PersistenceContext
    EntityManager entities;

    /** The claims that clash, by who claims; one more than the page has. */
    public List<Clash> list(PageQuery page) {
        Cursor cursor = page.cursor();
        List<?> found = entities.createNativeQuery(CLASHES)
                .setParameter(1, cursor == null ? BEFORE_ALL : cursor.uuid(0))
                .setParameter(2, cursor == null ? "" : cursor.string(1))
                .setParameter(3, cursor == null ? BEFORE_ALL : cursor.uuid(2))
                .setParameter(4, page.limit() + 1)
                .getResultList();
        List<Object[]> rows = found.stream().map(Object[].class::cast).toList();
        Map<UUID, Person> persons = persons(rows);
        Map<List<Object>, Clash> clashes = new LinkedHashMap<>();
        for (Object[] row : rows) {
            Clash clash = clashes.computeIfAbsent(
                    List.of(row[1], row[2]),
                    key -> new Clash((String) row[1], (UUID) row[2], known(persons, row[0]), new ArrayList<>()));
            clash.others().add(new Clash.Holder((UUID) row[4], known(persons, row[3]), (Boolean) row[5]));
        }
        return List.copyOf(clashes.values());
    }

    private static Person known(Map<UUID, Person> persons, Object id) {
        return Objects.requireNonNull(persons.get((UUID) id));
    }

    private Map<UUID, Person> persons(List<Object[]> rows) {
        List<UUID> ids = rows.stream()
                .flatMap(row -> Stream.of((UUID) row[0], (UUID) row[3]))
                .distinct()
                .toList();
        if (ids.isEmpty()) {
            return Map.of();
        }
        return entities
                .createQuery("SELECT p FROM Person p WHERE p.id IN :ids", Person.class)
                .setParameter("ids", ids)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(Person::id, Function.identity()));
    }
}
