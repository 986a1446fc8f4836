package health.miadi.availability.control;

import health.miadi.shared.paging.PageQuery;
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
 * @param asked for whom and for what
 */
public record SlotQuery(
        Instant from,
        Instant to,
        List<UUID> providerIds,
        @Nullable String specialization,
        @Nullable String cadre,
        SlotWishes.Asked asked,
        PageQuery page) {}
