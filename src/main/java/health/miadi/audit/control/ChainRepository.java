package health.miadi.audit.control;

import health.miadi.audit.entity.AuditEntry;
import health.miadi.audit.entity.EntryKey;
import health.miadi.audit.entity.Seal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The table of seals, and the entries in the order of the chain. */
@ApplicationScoped
public class ChainRepository {
    private static final String SEAL = "SELECT number, through_era, CAST(CAST(through_xid AS text) AS bigint),"
            + " through_id, first_position, entries, previous_hash, ids, hashes FROM audit_seals";
    private static final String BEYOND = " WHERE (era, xid, id) > (?, CAST(? AS xid8), ?)";
    private static final String ORDER = " ORDER BY era, xid, id LIMIT ?";

    /** Nothing can come before an entry any more once no transaction runs that is older than the one that wrote it. */
    private static final String SETTLED =
            " AND (xid < pg_snapshot_xmin(pg_current_snapshot())" + " OR era < (SELECT max(era) FROM audit_eras))";

    @PersistenceContext
    EntityManager entities;

    /** The newest seal, or {@link Seal#NONE}. */
    Seal last() {
        return seal(entities.createNativeQuery(SEAL + " ORDER BY number DESC LIMIT 1"))
                .orElse(Seal.NONE);
    }

    /** The seal that comes after that number. */
    Optional<Seal> sealAfter(long number) {
        return seal(entities.createNativeQuery(SEAL + " WHERE number > ? ORDER BY number LIMIT 1")
                .setParameter(1, number));
    }

    /** Stores a seal, unless somebody was faster. */
    boolean add(Seal seal) {
        return entities.createNativeQuery("""
                                INSERT INTO audit_seals (number, through_era, through_xid, through_id, first_position, entries,
                                    previous_hash, ids, hashes, form)
                                VALUES (?, ?, CAST(? AS xid8), ?, ?, ?,
                                    decode(?, 'base64'), decode(?, 'base64'), decode(?, 'base64'), ?)
                                ON CONFLICT (number) DO NOTHING
                                """)
                        .setParameter(1, seal.number())
                        .setParameter(2, seal.through().era())
                        .setParameter(3, Long.toString(seal.through().xid()))
                        .setParameter(4, seal.through().id())
                        .setParameter(5, seal.firstPosition())
                        .setParameter(6, seal.entries())
                        .setParameter(7, Base64.getEncoder().encodeToString(seal.previousHash()))
                        .setParameter(8, Base64.getEncoder().encodeToString(seal.ids()))
                        .setParameter(9, Base64.getEncoder().encodeToString(seal.hashes()))
                        .setParameter(10, (int) AuditEntry.FORM)
                        .executeUpdate()
                == 1;
    }

    /** The next entries before which nothing can come any more. */
    List<AuditEntry> settledAfter(EntryKey key, int most) {
        return entries(beyond(AuditRows.SELECT + BEYOND + SETTLED + ORDER, key).setParameter(4, most));
    }

    /** The entries after that one, up to and including the other. */
    List<AuditEntry> between(EntryKey after, EntryKey through, int most) {
        return entries(
                beyond(AuditRows.SELECT + BEYOND + " AND (era, xid, id) <= (?, CAST(? AS xid8), ?)" + ORDER, after)
                        .setParameter(4, through.era())
                        .setParameter(5, Long.toString(through.xid()))
                        .setParameter(6, through.id())
                        .setParameter(7, most));
    }

    /** How many entries come after that one. */
    long countAfter(EntryKey key) {
        return ((Number) beyond("SELECT count(*) FROM audit_entries" + BEYOND, key)
                        .getSingleResult())
                .longValue();
    }

    private Query beyond(String sql, EntryKey key) {
        return entities.createNativeQuery(sql)
                .setParameter(1, key.era())
                .setParameter(2, Long.toString(key.xid()))
                .setParameter(3, key.id());
    }

    private static List<AuditEntry> entries(Query query) {
        return ((List<?>) query.getResultList())
                .stream().map(row -> AuditRows.entry((Object[]) row)).toList();
    }

    private static Optional<Seal> seal(Query query) {
        return ((List<?>) query.getResultList())
                .stream()
                        .map(Object[].class::cast)
                        .findFirst()
                        .map(row -> new Seal(
                                AuditRows.number(row[0]),
                                new EntryKey(
                                        (int) AuditRows.number(row[1]),
                                        AuditRows.number(row[2]),
                                        AuditRows.number(row[3])),
                                AuditRows.number(row[4]),
                                (int) AuditRows.number(row[5]),
                                (byte[]) row[6],
                                (byte[]) row[7],
                                (byte[]) row[8]));
    }
}
