package health.miadi.provider.control;

import org.jspecify.annotations.Nullable;

/**
 * Which providers a list has; null lets every one pass.
 *
 * @param search part of a name, e-mail or phone
 * @param specialization the whole of it, whatever its case
 * @param cadre the whole of it, whatever its case
 */
public record ProviderQuery(
        @Nullable String search,
        @Nullable String specialization,
        @Nullable String cadre,
        @Nullable Boolean active) {
    /** Nothing of whom somebody looks for. */
    @Override
    public String toString() {
        return "ProviderQuery";
    }
}
