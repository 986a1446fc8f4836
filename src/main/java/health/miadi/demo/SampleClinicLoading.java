package health.miadi.demo;

import health.miadi.availability.control.AppointmentTypeCatalogue;
import health.miadi.availability.control.AvailabilityPlanning;
import health.miadi.availability.entity.WeeklyWindow;
import health.miadi.identity.control.Accounts;
import health.miadi.identity.control.UserRepository;
import health.miadi.identity.entity.Caller;
import health.miadi.identity.entity.PersonalDetails;
import health.miadi.identity.entity.Role;
import health.miadi.identity.entity.User;
import health.miadi.patient.control.PatientQuery;
import health.miadi.patient.control.PatientRegistry;
import health.miadi.provider.control.ProviderQuery;
import health.miadi.provider.control.ProviderRegistry;
import health.miadi.shared.paging.PageQuery;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Makes the sample clinic by the features' own use cases, in one transaction: all of it is there in
 * the end, or nothing.
 */
@Stateless
public class SampleClinicLoading {
    private static final Logger LOG = Logger.getLogger(SampleClinicLoading.class.getName());
    private static final Caller SYSTEM = new Caller(new UUID(0, 0), "system", Role.ADMIN, null);
    private static final PageQuery ONE = new PageQuery(1, null);

    @EJB
    Accounts accounts;

    @Inject
    UseCases useCases;

    @Inject
    SampleBookings bookings;

    @Inject
    SampleDays days;

    @Inject
    SampleVisits visits;

    @Inject
    SampleCovers covers;

    @Inject
    UserRepository users;

    @SuppressWarnings("NullAway.Init") // set by the container's call of takeUseCases
    private AppointmentTypeCatalogue types;

    @SuppressWarnings("NullAway.Init")
    private AvailabilityPlanning planning;

    @SuppressWarnings("NullAway.Init")
    private PatientRegistry patients;

    @SuppressWarnings("NullAway.Init")
    private ProviderRegistry providers;

    @PostConstruct
    void takeUseCases() {
        types = useCases.unguarded(AppointmentTypeCatalogue.class);
        planning = useCases.unguarded(AvailabilityPlanning.class);
        patients = useCases.unguarded(PatientRegistry.class);
        providers = useCases.unguarded(ProviderRegistry.class);
    }

    /** Whether the clinic knows nobody yet. */
    public boolean isDue() {
        return providers.list(ProviderQuery.ALL, ONE).isEmpty()
                && patients.list(SYSTEM, PatientQuery.ALL, ONE).isEmpty();
    }

    /** Makes the clinic, with an account for each of the sign-ins. */
    public void load(SampleLogins logins) {
        User user = account(logins.admin(), Role.ADMIN, null);
        Caller admin = new Caller(user.id(), user.username(), Role.ADMIN, null);
        List<UUID> typeIds = addTypes();
        List<UUID> providerIds = addProviders(admin);
        List<UUID> patientIds = addPatients();
        User attending = account(logins.provider(), Role.PROVIDER, providerIds.get(0));
        Caller provider = new Caller(attending.id(), attending.username(), Role.PROVIDER, providerIds.get(0));
        account(logins.patient(), Role.PATIENT, patientIds.get(0));
        int ofDays = days.fill(
                admin,
                provider,
                patientIds.subList(SampleBookings.APPOINTMENTS, patientIds.size()),
                typeIds.get(SampleAppointmentType.CONSULTATION.ordinal()),
                typeIds.get(SampleAppointmentType.FOLLOW_UP.ordinal()));
        LOG.log(Level.INFO, "Sample clinic: {0} visits around today with the sample provider", ofDays);
        int booked = bookings.book(admin, typeIds, providerIds, patientIds);
        LOG.log(Level.INFO, "Sample clinic: {0} upcoming appointments", booked);
        int recorded = visits.make(admin, provider, providerIds.get(0), patientIds.get(0), typeIds.get(0));
        LOG.log(Level.INFO, "Sample clinic: {0} past visits with a medical record", recorded);
        LOG.log(Level.INFO, "Sample clinic: {0} covers of the sample patient", covers.add(patientIds.get(0)));
    }

    /** An account that a person opened under that name before stays theirs. */
    private User account(SampleLogins.Login login, Role role, @Nullable UUID personId) {
        return users.byLogin(login.username())
                .orElseGet(() -> accounts.open(login.username(), null, login.password(), "/password", role, personId));
    }

    private List<UUID> addTypes() {
        List<UUID> ids = new ArrayList<>();
        for (SampleAppointmentType type : SampleAppointmentType.values()) {
            ids.add(types.add(type.title(), type.conditions()).id());
        }
        return ids;
    }

    private List<UUID> addProviders(Caller admin) {
        List<UUID> ids = new ArrayList<>();
        int windows = 0;
        for (PersonalDetails person : SamplePeople.providers()) {
            UUID id =
                    providers.add(person, SamplePractices.practice(ids.size())).id();
            for (WeeklyWindow window : SamplePractices.week(ids.size())) {
                planning.add(admin, id, window);
                windows++;
            }
            ids.add(id);
        }
        LOG.log(Level.INFO, "Sample clinic: {0} providers, {1} weekly working hours", new Object[] {ids.size(), windows
        });
        return ids;
    }

    private List<UUID> addPatients() {
        List<UUID> ids = new ArrayList<>();
        for (PersonalDetails person : SamplePeople.patients()) {
            ids.add(patients.add(person).id());
        }
        LOG.log(Level.INFO, "Sample clinic: {0} patients", ids.size());
        return ids;
    }
}
