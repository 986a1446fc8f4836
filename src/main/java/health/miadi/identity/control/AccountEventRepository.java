package health.miadi.identity.control;

import health.miadi.audit.control.Told;
import health.miadi.audit.entity.Actor;
import health.miadi.identity.entity.Role;
import health.miadi.identity.entity.User;
import health.miadi.shared.paging.Cursor;
import health.miadi.shared.paging.PageQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The entries of the audit trail that are about an account, for its owner (R-AUTH-15). */
@ApplicationScoped
public class AccountEventRepository {
    /** How many sort keys its list has. */
    public static final int SORT_KEYS = 2;

    /** As the index over them has it, so that it is used. */
    private static final String OF_ACCOUNT =
            "((entity = 'user' AND action <> 'read') OR action IN ('linked', 'unlinked'))";

    /** As the index over them has it. */
    private static final String NOTICE = """
            (outcome = 'done' AND actor_id IS DISTINCT FROM entity_id
                AND (entity = 'user' AND action NOT IN ('read', 'created', 'imported') OR action IN ('linked', 'unlinked'))
            OR action = 'acknowledged')
            """;

    /** One more than the page has, of the account and of its person: each from the newest on, by its index. */
    static final String LIST = """
            SELECT e.id, CAST(extract(epoch FROM e.at) * 1000000 AS bigint), e.action, e.entity, e.outcome,
                e.actor_id = CAST(? AS uuid), e.actor_id IS NULL, e.actor_role, e.actor_name, e.address, e.detail,
                a.username, concat_ws(' ', p.first_name, p.last_name)
            FROM (
                (SELECT * FROM audit_entries WHERE entity_id = CAST(? AS uuid) AND %1$s
                    AND (at, id) < (CAST(? AS timestamptz), ?) ORDER BY at DESC, id DESC LIMIT ?)
                UNION ALL
                (SELECT * FROM audit_entries WHERE entity_id = CAST(? AS uuid) AND %1$s
                    AND (at, id) < (CAST(? AS timestamptz), ?) ORDER BY at DESC, id DESC LIMIT ?)
            ) e
            LEFT JOIN users a ON a.id = e.actor_id
            LEFT JOIN persons p ON p.id = a.person_id AND p.kind = 'provider' AND p.erased_at IS NULL
            ORDER BY e.at DESC, e.id DESC LIMIT ?
            """.formatted(OF_ACCOUNT);

    /** Not that the account itself became its person's. */
    static final String NOTICES = """
            SELECT id, action, detail FROM audit_entries
            WHERE entity_id IN (CAST(? AS uuid), CAST(? AS uuid)) AND %s AND detail IS DISTINCT FROM ?
            ORDER BY id DESC LIMIT ?
            """.formatted(NOTICE);

    private static final String HAS =
            "SELECT 1 FROM audit_entries WHERE entity_id IN (CAST(? AS uuid), CAST(? AS uuid)) AND " + OF_ACCOUNT
                    + " AND id = ?";

    /** After everything. */
    private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

    @PersistenceContext
    EntityManager entities;

    /** The newest entries that tell what others did to the account, or that somebody read of it. */
    List<Notices.Entry> notices(User of) {
        List<?> rows = entities.createNativeQuery(NOTICES)
                .setParameter(1, of.id().toString())
                .setParameter(2, person(of))
                .setParameter(3, "account=" + of.id())
                .setParameter(4, Notices.MOST)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Notices.Entry(number(row[0]), row[1].equals("acknowledged"), (String) row[2]))
                .toList();
    }

    /** Whether that is an event of the account. */
    boolean has(User of, long id) {
        return !entities.createNativeQuery(HAS)
                .setParameter(1, of.id().toString())
                .setParameter(2, person(of))
                .setParameter(3, id)
                .getResultList()
                .isEmpty();
    }

    /**
     * Events, the newest first, one more than the page has.
     *
     * @param knowsAccounts whether the owner may know the names of accounts: admins do. That of a provider everybody may know
     */
    List<AccountEvent> list(User of, boolean knowsAccounts, Notices notices, PageQuery page) {
        Cursor cursor = page.cursor();
        String at = (cursor == null ? END : cursor.instant(0))
                .atOffset(ZoneOffset.UTC)
                .toString();
        long id = cursor == null ? Long.MAX_VALUE : cursor.number(1);
        int most = page.limit() + 1;
        Query query = entities.createNativeQuery(LIST);
        Object[] values = {of.id().toString(), of.id().toString(), at, id, most, person(of), at, id, most, most};
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        List<?> rows = query.getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> event(row, knowsAccounts, notices))
                .toList();
    }

    private static AccountEvent event(@Nullable Object[] row, boolean knowsAccounts, Notices notices) {
        long id = number(row[0]);
        String action = (String) row[2];
        String outcome = (String) row[4];
        String detail = (String) row[10];
        AccountEvent.By by = by(row);
        boolean isDone = "done".equals(outcome);
        return new AccountEvent(
                id,
                Instant.EPOCH.plus(number(row[1]), ChronoUnit.MICROS),
                action,
                (String) row[3],
                outcome,
                by,
                name(by, knowsAccounts, row),
                client(by, (String) row[9], detail),
                isDone && detail != null && !detail.contains("=") ? List.of(detail.split(", ")) : List.of(),
                isDone ? null : detail,
                notices.unread().contains(id));
    }

    private static AccountEvent.By by(@Nullable Object[] row) {
        String role = (String) row[7];
        if (Boolean.TRUE.equals(row[5])) {
            return AccountEvent.By.SELF;
        } else if (role.equals(Role.ADMIN.word())) {
            return AccountEvent.By.ADMINISTRATOR;
        } else if (role.equals(Actor.ANONYMOUS_ROLE)) {
            return AccountEvent.By.STRANGER;
        } else if (role.equals(Actor.SYSTEM_ROLE)) {
            return row[8] == null ? AccountEvent.By.APPLICATION : AccountEvent.By.OPERATOR;
        }
        return AccountEvent.By.OTHER;
    }

    private static @Nullable String name(AccountEvent.By by, boolean knowsAccounts, @Nullable Object[] row) {
        if (by != AccountEvent.By.ADMINISTRATOR) {
            return null;
        }
        String provider = (String) row[12];
        return provider == null || provider.isEmpty() ? knowsAccounts ? (String) row[11] : null : provider;
    }

    private static SessionClient client(AccountEvent.By by, @Nullable String address, @Nullable String detail) {
        boolean isOwners = by == AccountEvent.By.SELF || by == AccountEvent.By.STRANGER;
        return new SessionClient(
                Told.read(detail, "program").orElse(null),
                Told.read(detail, "system").orElse(null),
                isOwners && address != null ? Place.network(address).orElse(null) : null);
    }

    private static @Nullable String person(User of) {
        return Optional.ofNullable(of.personId()).map(UUID::toString).orElse(null);
    }

    private static long number(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }
}
