package health.miadi.provider.boundary;

import health.miadi.identity.entity.Gender;
import health.miadi.identity.entity.PersonalDetails;
import health.miadi.provider.entity.Provider;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A provider, as everybody who is signed in sees them. */
public record ProviderResponse(
        UUID id,
        @Nullable String firstName,
        @Nullable String lastName,
        String cadre,
        @Nullable String specialization,
        String timeZone,
        @Nullable Gender gender,
        @Nullable String email,
        @Nullable String phone,
        boolean active,
        Instant createdAt,
        Instant updatedAt) {
    static ProviderResponse from(Provider provider) {
        PersonalDetails of = provider.details();
        return new ProviderResponse(
                provider.id(),
                of.firstName(),
                of.lastName(),
                provider.cadre(),
                provider.specialization(),
                provider.timeZone(),
                of.gender(),
                of.email(),
                of.phone(),
                provider.isActive(),
                provider.createdAt(),
                provider.updatedAt());
    }

    /** The id, and nothing of the person. */
    @Override
    public String toString() {
        return "ProviderResponse " + id;
    }
}
