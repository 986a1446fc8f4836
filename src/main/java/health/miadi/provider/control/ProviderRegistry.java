package health.miadi.provider.control;

import health.miadi.audit.control.AuditTrail;
import health.miadi.audit.control.ChangedFields;
import health.miadi.audit.control.CurrentActor;
import health.miadi.audit.entity.AuditAction;
import health.miadi.audit.entity.AuditedEntity;
import health.miadi.identity.control.SharedAddress;
import health.miadi.identity.entity.Confirmed;
import health.miadi.identity.entity.PersonalDetails;
import health.miadi.identity.entity.Role;
import health.miadi.identity.entity.User;
import health.miadi.provider.entity.Provider;
import health.miadi.provider.entity.Provider.Practice;
import health.miadi.shared.paging.PageQuery;
import health.miadi.shared.refusal.Refusal;
import health.miadi.shared.version.ExpectedVersion;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps the list of providers: everybody who is signed in reads it, admins change it (R-AUTH-5). */
@Stateless
@RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER, Role.Name.PATIENT})
public class ProviderRegistry {
    @Inject
    ProviderRepository providers;

    @Inject
    SharedAddress address;

    @Inject
    @Any
    Instance<CalendarChanges> calendars;

    @Inject
    AuditTrail audit;

    @Inject
    CurrentActor actor;

    @Inject
    Clock clock;

    /**
     * A provider after a change, and the appointments that it strands (R-AVAIL-4).
     *
     * @param stranded by their start
     */
    public record Changed(Provider provider, List<? extends StrandedAppointment> stranded) {
        /** The provider's id, and nothing of the appointments. */
        @Override
        public String toString() {
            return "Changed " + provider;
        }
    }

    /**
     * That provider.
     *
     * @throws Refusal {@code not-found}
     */
    public Provider get(UUID id) {
        return providers.byId(id).orElseThrow(Refusal::notFound);
    }

    /** Providers by name, one more than the page has. */
    public List<Provider> list(ProviderQuery query, PageQuery page) {
        return providers.list(query, page);
    }

    /** What the active providers do, by name: their specializations and their cadres. */
    public List<PracticeCount> practices() {
        return providers.practices();
    }

    /**
     * Adds a provider.
     *
     * @throws Refusal {@code duplicate} when the e-mail address or phone is taken
     */
    @RolesAllowed(Role.Name.ADMIN)
    public Provider add(PersonalDetails details, Practice practice) {
        Provider provider = new Provider(details, practice, clock.instant());
        provider.confirm(Confirmed.all(details), actor.get().userId(), clock.instant());
        providers.add(provider);
        audit.record(AuditAction.CREATED, AuditedEntity.PROVIDER, provider.id());
        return provider;
    }

    /**
     * Changes a provider, and the address of their account with theirs (R-PERS-5). Booked appointments stay as they are,
     * whatever changes; the answer names those that another zone or the end of the provider's activity strands (R-AVAIL-4).
     *
     * @throws Refusal {@code not-found}, {@code stale}, {@code duplicate}; {@code validation} when the account is named by the
     *     address that is to go
     */
    @RolesAllowed(Role.Name.ADMIN)
    public Changed change(UUID id, ExpectedVersion expected, PersonalDetails details, Practice practice) {
        Provider provider = providers.lock(id).orElseThrow(Refusal::notFound);
        expected.require(id, provider.version());
        Optional<User> account = address.accountToChange(provider, details.email());
        Confirmed entered = Confirmed.entered(provider.details(), details);
        ChangedFields fields =
                ChangedFields.between(provider.details(), details).and(provider.practice(), practice);
        Runnable change = () -> {
            provider.correct(details, clock.instant());
            provider.confirm(entered, actor.get().userId(), clock.instant());
            provider.practise(practice, clock.instant());
            providers.flush();
        };
        List<? extends StrandedAppointment> stranded = List.of();
        if (provider.keepsCalendarAs(practice) || calendars.isUnsatisfied()) {
            change.run();
        } else {
            stranded = calendars.get().stranding(id, change);
        }
        audit.change(AuditAction.CHANGED, AuditedEntity.PROVIDER, id, fields);
        account.ifPresent(address::noteChanged);
        return new Changed(provider, stranded);
    }

    /**
     * Removes a provider to whom nothing refers.
     *
     * @throws Refusal {@code not-found}, {@code stale}; {@code in-use} when the provider has appointments
     */
    @RolesAllowed(Role.Name.ADMIN)
    public void remove(UUID id, ExpectedVersion expected) {
        Provider provider = providers.lock(id).orElseThrow(Refusal::notFound);
        expected.require(id, provider.version());
        providers.remove(provider);
        audit.record(AuditAction.REMOVED, AuditedEntity.PROVIDER, id);
    }
}
