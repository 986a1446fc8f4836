package health.miadi.availability.control;

import health.miadi.shared.http.PageQuery;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which slots are looked for.
 *
 * @param from the first instant at which one may start
 * @param to the first instant after {@code from} at which none may start
 * @param providerIds of those providers, or empty: of any
 * @param specialization the whole of it, whatever its case, or null: any
 * @param cadre the whole of it, whatever its case, or null: any
 * @param appointmentTypeId for appointments of that type, or null: of none
 * @param durationMinutes how long, or null: as long as the type or the clinic's default says
 */
public record SlotQuery(
        Instant from,
        Instant to,
        List<UUID> providerIds,
        @Nullable String specialization,
        @Nullable String cadre,
        @Nullable UUID appointmentTypeId,
        @Nullable Integer durationMinutes,
        PageQuery page) {}
