package health.miadi.appointment.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import health.miadi.appointment.entity.Appointment;
import health.miadi.appointment.entity.Change;
import health.miadi.appointment.entity.ChangeKind;
import health.miadi.appointment.entity.Placement;
import health.miadi.availability.entity.Interval;
import health.miadi.identity.entity.Caller;
import health.miadi.identity.entity.PersonalDetails;
import health.miadi.identity.entity.Role;
import health.miadi.patient.control.PatientRepository;
import health.miadi.patient.entity.Patient;
import health.miadi.provider.control.ProviderRepository;
import health.miadi.provider.entity.Provider;
import health.miadi.shared.paging.PageQuery;
import health.miadi.shared.persistence.GuardedFact;
import health.miadi.shared.refusal.Fact;
import health.miadi.shared.refusal.Refusal;
import health.miadi.testing.arquillian.InContainer;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What stands behind the resource, from inside: the use case minds roles by itself, and the database holds R-BOOK-1
 * against whoever passes the locks (R-BOOK-2). Every test rolls back.
 */
@InContainer
class AppointmentBookingIT {

    private static final Duration SLOT = Duration.ofMinutes(30);

    @Inject
    AppointmentBooking booking;

    @Inject
    AppointmentRepository appointments;

    @Inject
    PatientRepository patients;

    @Inject
    ProviderRepository providers;

    @Inject
    Clock clock;

    @Inject
    UserTransaction transaction;

    private final Caller admin = new Caller(UUID.randomUUID(), "admin", Role.ADMIN, null);

    @BeforeEach
    void begin() throws Exception {
        transaction.begin();
    }

    @AfterEach
    void rollBack() throws Exception {
        transaction.rollback();
    }

    @Test
    void aCallerWithoutARoleIsRefusedByTheUseCaseItself() {
        Booking wish =
                new Booking(UUID.randomUUID(), UUID.randomUUID(), clock.instant(), null, null, null, null, null, null);
        assertThatThrownBy(() -> booking.book(admin, wish)).isInstanceOf(EJBAccessException.class);
    }

    @Test
    void theDatabaseRefusesAProvidersSecondAppointmentAtATime() {
        Provider provider = provider();
        Instant start = tomorrow();
        appointments.add(appointment(patient(), provider, start));
        Appointment second = appointment(patient(), provider, start.plus(SLOT.dividedBy(2)));
        assertThat(refusal(catchThrowable(() -> appointments.add(second)))).isEqualTo(GuardedFact.SLOT_TAKEN);
    }

    @Test
    void theDatabaseRefusesAPatientsSecondAppointmentAtATime() {
        Patient patient = patient();
        Instant start = tomorrow();
        appointments.add(appointment(patient, provider(), start));
        Appointment second = appointment(patient, provider(), start.minus(SLOT.dividedBy(2)));
        assertThat(refusal(catchThrowable(() -> appointments.add(second)))).isEqualTo(GuardedFact.PATIENT_BUSY);
    }

    @Test
    void touchingEndsAreNoOverlap() {
        Patient patient = patient();
        Provider provider = provider();
        Instant start = tomorrow();
        appointments.add(appointment(patient, provider, start));
        appointments.add(appointment(patient, provider, start.plus(SLOT)));
        assertThat(appointments.ahead(provider.id(), start.minus(SLOT))).hasSize(2);
    }

    @Test
    void theDatabaseWritesTheHistory() {
        Appointment appointment = appointment(patient(), provider(), tomorrow());
        appointments.add(appointment);
        appointment.cancel(new Change(admin, clock.instant(), "by phone", null), Duration.ZERO);
        appointments.flush();
        assertThat(appointments.history(appointment.id(), new PageQuery(10, null)))
                .extracting(change -> change.kind())
                .containsExactly(ChangeKind.BOOKED, ChangeKind.CANCELLED);
    }

    private static @Nullable Fact refusal(Throwable thrown) {
        return thrown instanceof Refusal refusal ? refusal.fact() : null;
    }

    private Instant tomorrow() {
        return clock.instant().truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
    }

    private Appointment appointment(Patient patient, Provider provider, Instant start) {
        Interval time = new Interval(start, start.plus(SLOT));
        Placement placement = new Placement(provider.id(), time, time, ZoneOffset.UTC);
        return new Appointment(
                patient.id(), null, null, placement, new Change(admin, clock.instant(), null, null), Duration.ZERO);
    }

    private Patient patient() {
        Patient patient = new Patient(somebody(), patients.nextNumber(), clock.instant());
        patients.add(patient);
        return patient;
    }

    private Provider provider() {
        Provider.Practice practice = new Provider.Practice("doctor", null, ZoneOffset.UTC, true);
        Provider provider = new Provider(somebody(), practice, clock.instant());
        providers.add(provider);
        return provider;
    }

    private static PersonalDetails somebody() {
        return new PersonalDetails("Some", "Body", null, null, null, null, null);
    }
}
