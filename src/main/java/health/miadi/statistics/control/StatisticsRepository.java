package health.miadi.statistics.control;

import health.miadi.appointment.entity.AppointmentStatus;
import health.miadi.shared.persistence.FromReplica;
import health.miadi.statistics.entity.DaySpan;
import health.miadi.statistics.entity.Tally;
import health.miadi.statistics.entity.ZoneStretch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Counts appointments in the database: one query, in which the index by start (or by provider and start) finds those of the days
 * that are asked for, so that the past costs nothing.
 */
@ApplicationScoped
public class StatisticsRepository {
    private static final String PROVIDERS = """
            SELECT providers.id, concat_ws(', ', last_name, first_name), CAST(time_zone AS text), CAST(active AS integer)
            FROM providers JOIN persons ON persons.id = providers.id %s
            ORDER BY sort_name, providers.id
            """;

    /** A row counts one status: of a day, or of a provider. */
    private static final String COUNTS = """
            SELECT provider_id, CAST(day AS text), status, count(*), CAST(sum(minutes) AS bigint)
            FROM (
                SELECT a.provider_id, a.status,
                    CAST(a.start_at AT TIME ZONE 'UTC' + make_interval(secs => z.seconds) AS date) AS day,
                    extract(epoch FROM a.blocked_until - a.blocked_from) / 60 AS minutes
                FROM appointments a
                JOIN providers p ON p.id = a.provider_id
                JOIN unnest(CAST(? AS text[]), CAST(? AS timestamptz[]), CAST(? AS timestamptz[]), CAST(? AS integer[]))
                    AS z (zone, from_at, until_at, seconds)
                    ON z.zone = p.time_zone AND a.start_at >= z.from_at AND a.start_at < z.until_at
                WHERE a.start_at >= ? AND a.start_at < ? %s
            ) AS started
            GROUP BY GROUPING SETS ((day, status), (provider_id, status))
            """;

    @PersistenceContext
    EntityManager entities;

    /** Those providers, or all when none is named, by name; active or not. */
    @FromReplica
    List<CountedProvider> providers(List<UUID> named) {
        Query query = entities.createNativeQuery(
                PROVIDERS.formatted(named.isEmpty() ? "" : "WHERE providers.id = ANY (CAST(? AS uuid[]))"));
        if (!named.isEmpty()) {
            query.setParameter(1, array(named, UUID::toString));
        }
        List<?> rows = query.getResultList();
        return rows.stream().map(row -> provider((Object[]) row)).toList();
    }

    private static CountedProvider provider(Object[] row) {
        return new CountedProvider(
                (UUID) row[0], String.valueOf(row[1]), String.valueOf(row[2]), ((Number) row[3]).intValue() == 1);
    }

    /**
     * Counts the appointments that start on those days.
     *
     * @param stretches the days, in every zone that a provider has
     * @param named only of those providers, or empty: of all, active or not
     */
    @FromReplica
    Tallies count(DaySpan span, Collection<ZoneStretch> stretches, List<UUID> named) {
        Query query = entities.createNativeQuery(
                        COUNTS.formatted(named.isEmpty() ? "" : "AND a.provider_id = ANY (CAST(? AS uuid[]))"))
                .setParameter(1, array(stretches, ZoneStretch::zone))
                .setParameter(
                        2, array(stretches, stretch -> stretch.time().start().toString()))
                .setParameter(
                        3, array(stretches, stretch -> stretch.time().end().toString()))
                .setParameter(
                        4,
                        array(
                                stretches,
                                stretch -> String.valueOf(stretch.offset().getTotalSeconds())))
                .setParameter(5, span.anywhere().start().atOffset(ZoneOffset.UTC))
                .setParameter(6, span.anywhere().end().atOffset(ZoneOffset.UTC));
        if (!named.isEmpty()) {
            query.setParameter(7, array(named, UUID::toString));
        }
        Tallies tallies = Tallies.empty();
        for (Object row : query.getResultList()) {
            add((Object[]) row, tallies);
        }
        return tallies;
    }

    private static void add(Object[] row, Tallies tallies) {
        Tally tally = row[0] == null
                ? tallies.byDay().computeIfAbsent(LocalDate.parse(String.valueOf(row[1])), day -> new Tally())
                : tallies.byProvider().computeIfAbsent((UUID) row[0], id -> new Tally());
        tally.add(
                AppointmentStatus.ofWord(String.valueOf(row[2])),
                ((Number) row[3]).longValue(),
                ((Number) row[4]).longValue());
    }

    /** As PostgreSQL writes an array. */
    private static <T> String array(Collection<T> values, Function<T, String> text) {
        return values.stream()
                .map(text)
                .map(value -> '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }
}
