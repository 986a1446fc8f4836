package health.miadi.availability.control;

import health.miadi.availability.entity.OfferFact;
import health.miadi.identity.entity.Caller;
import health.miadi.provider.control.ProviderRepository;
import health.miadi.provider.entity.Provider;
import health.miadi.shared.refusal.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;

/** Whose calendar it is, and who may plan in it: that provider, and admins. */
@ApplicationScoped
public class CalendarOwners {
    @Inject
    ProviderRepository providers;

    /**
     * That provider.
     *
     * @throws Refusal {@code not-found}
     */
    Provider get(UUID providerId) {
        return providers.byId(providerId).orElseThrow(Refusal::notFound);
    }

    /**
     * The zone in which that provider's days and times are read.
     *
     * @throws Refusal {@code provider-inactive} when the time zone database has removed it
     */
    ZoneId zone(Provider owner) {
        return owner.zone()
                .orElseThrow(() -> Refusal.of(
                        OfferFact.PROVIDER_INACTIVE,
                        "R-TIME-2",
                        "The provider's time zone has been removed from the time zone database: give another first."));
    }

    /**
     * Checks that they all are providers.
     *
     * @throws Refusal {@code not-found}
     */
    public void requireAll(Set<UUID> providerIds) {
        if (!providers.allExist(providerIds)) {
            throw Refusal.notFound();
        }
    }

    /**
     * That provider, locked until the transaction ends: plans and bookings in one calendar come one after the other.
     *
     * @throws Refusal {@code not-found}; {@code forbidden} when the calendar is another provider's (R-AUTH-8)
     */
    Provider lockToPlan(Caller caller, UUID providerId) {
        Provider owner = get(providerId);
        requirePlanner(caller, providerId);
        return providers.lock(owner.id()).orElseThrow(Refusal::notFound);
    }

    /**
     * Checks that the caller plans in that calendar.
     *
     * @throws Refusal {@code forbidden} when it is another provider's (R-AUTH-8)
     */
    void requirePlanner(Caller caller, UUID providerId) {
        if (!caller.isAdmin() && !(caller.isProvider() && caller.is(providerId))) {
            throw Refusal.forbidden("Only that provider and admins plan in this calendar.");
        }
    }
}
