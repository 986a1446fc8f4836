package health.miadi.provider.boundary;

import health.miadi.provider.entity.Synonym;
import java.time.Instant;
import java.util.UUID;

/** What people say, and which specialization or cadre they mean by it. */
public record SynonymResponse(UUID id, String said, String meant, Instant createdAt, Instant updatedAt) {
    static SynonymResponse from(Synonym synonym) {
        return new SynonymResponse(
                synonym.id(), synonym.said(), synonym.meant(), synonym.createdAt(), synonym.updatedAt());
    }
}
