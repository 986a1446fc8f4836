package health.miadi.provider.control;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which providers a list has; null lets every one pass.
 *
 * @param search what is said of the provider (R-PERS-6)
 * @param specialization the whole of it, whatever its case and marks
 * @param cadre the whole of it, whatever its case and marks
 * @param ids only these, as far as they exist; empty for all
 */
public record ProviderQuery(
        @Nullable String search,
        @Nullable String specialization,
        @Nullable String cadre,
        @Nullable Boolean active,
        List<UUID> ids) {
    /** Every provider. */
    public static final ProviderQuery ALL = new ProviderQuery(null, null, null, null, List.of());

    public ProviderQuery {
        ids = List.copyOf(ids);
    }

    /** Nothing of whom somebody looks for. */
    @Override
    public String toString() {
        return "ProviderQuery";
    }
}
