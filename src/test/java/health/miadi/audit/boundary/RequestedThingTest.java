package health.miadi.audit.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R-REC-5: what the trail says of a request that was refused. */
class RequestedThingTest {
    @ParameterizedTest
    @CsvSource({
        "GET, patients/7, READ, PATIENT",
        "DELETE, patients/7, ERASED, PATIENT",
        "GET, patients/7/export, EXPORTED, PATIENT",
        "POST, patients/7/insurance, CREATED, INSURANCE",
        "GET, appointments/7/record, READ, RECORD",
        "PUT, appointments/7/record, CHANGED, RECORD",
        "POST, appointments, BOOKED, APPOINTMENT",
        "PATCH, appointments/7, AMENDED, APPOINTMENT",
        "POST, appointments/7/check-in, CHECKED_IN, APPOINTMENT",
        "POST, appointments/7/correct, CORRECTED, APPOINTMENT",
        "POST, users/7/password-reset, CODE_ISSUED, USER",
        "GET, audit/verify, VERIFIED, AUDIT",
        "GET, slots/explain, READ, OTHER"
    })
    void isReadFromItsMethodAndPath(String method, String path, String action, String entity) {
        RequestedThing thing = RequestedThing.of(method, path);

        assertThat(thing.action()).hasToString(action);
        assertThat(thing.entity()).hasToString(entity);
    }
}
