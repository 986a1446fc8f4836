package health.miadi.provider.boundary;

import health.miadi.shared.validation.Text;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A synonym as an admin gives it.
 *
 * @param said one or more words, as people say them
 * @param meant the specialization or cadre that they mean, whatever its case and marks
 */
public record SynonymRequest(
        @NotNull @Size(min = 1, max = 100) @Text String said,
        @NotNull @Size(min = 1, max = 100) @Text String meant) {}
