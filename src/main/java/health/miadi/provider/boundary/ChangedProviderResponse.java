package health.miadi.provider.boundary;

import health.miadi.identity.entity.Gender;
import health.miadi.provider.control.ProviderRegistry.Changed;
import health.miadi.provider.control.StrandedAppointment;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A provider who was just changed.
 *
 * @param stranded the appointments that another zone, or the end of the provider's activity, has brought outside working time;
 *     they stay booked (R-AVAIL-4)
 */
public record ChangedProviderResponse(
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
        Instant updatedAt,
        List<StrandedAppointment> stranded) {
    static ChangedProviderResponse from(Changed changed) {
        ProviderResponse provider = ProviderResponse.from(changed.provider());
        return new ChangedProviderResponse(
                provider.id(),
                provider.firstName(),
                provider.lastName(),
                provider.cadre(),
                provider.specialization(),
                provider.timeZone(),
                provider.gender(),
                provider.email(),
                provider.phone(),
                provider.active(),
                provider.createdAt(),
                provider.updatedAt(),
                List.copyOf(changed.stranded()));
    }

    /** The id, and nothing of the person. */
    @Override
    public String toString() {
        return "ChangedProviderResponse " + id;
    }
}
