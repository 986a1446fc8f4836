package health.miadi.console.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import health.miadi.identity.control.UserAdministration;
import health.miadi.identity.entity.PersonalDetails;
import health.miadi.patient.control.PatientRegistry;
import health.miadi.patient.control.PatientRepository;
import health.miadi.shared.refusal.Refusal;
import health.miadi.shared.time.PartialDate;
import health.miadi.testing.server.TestDatabase;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@Tag("no-server")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApplicationRuntimeIT {
    private TestDatabase database;
    private ApplicationRuntime runtime;

    @BeforeAll
    void start() {
        database = TestDatabase.startMigrated();
        runtime = ApplicationRuntime.start(
                new DatabaseAddress(database.url(), "miadi", TestDatabase.password()),
                List.of(PatientRegistry.class, UserAdministration.class));
    }

    @AfterAll
    void stop() {
        runtime.close();
        database.close();
    }

    @Test
    void storesWhatAUseCaseDoesInATransactionOfItsOwn() {
        UUID id = runtime.get(PatientRegistry.class)
                .add(person("storing@example.org"))
                .id();

        assertThat(database.number("SELECT count(*) FROM persons WHERE id = ?", id))
                .isOne();
        assertThat(runtime.inTransaction(
                        () -> runtime.get(PatientRepository.class).byId(id)))
                .isPresent();
    }

    @Test
    void undoesAllOfATransactionThatIsRefused() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> runtime.inTransaction(() -> {
                    runtime.get(PatientRegistry.class).add(person("undone@example.org"));
                    return runtime.get(PatientRegistry.class).add(person("undone@example.org"));
                }));

        assertThat(database.number("SELECT count(*) FROM persons WHERE email = 'undone@example.org'"))
                .isZero();
    }

    private static PersonalDetails person(String email) {
        return new PersonalDetails("Amina", "Okoth", PartialDate.parse("1990-04"), null, null, email, null);
    }
}
