package health.miadi.insurance.boundary;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.miadi.testing.Answer;
import health.miadi.testing.Api;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.TestPatient;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Covers of a test's patients, over HTTP. */
final class Covers {
    private Covers() {}

    /** The day that is over last of all. */
    static LocalDate today() {
        return LocalDate.now(Clock.system(ZoneOffset.ofHours(-12)));
    }

    /** A policy that nobody has, for a year. */
    static ObjectNode policy() {
        return policy("P-" + Clinic.unique(), today().plusYears(1));
    }

    static ObjectNode policy(String number, LocalDate expiry) {
        return Json.object("insurer", "Afya Mutual", "policyNumber", number, "expiryDate", expiry);
    }

    static String path(TestPatient patient) {
        return "/patients/" + patient.id() + "/insurance";
    }

    static String path(Answer cover) {
        return "/insurance/" + cover.at("/id");
    }

    static Answer added(TestPatient patient) {
        return patient.api().post(path(patient), policy()).expect(201);
    }

    static Answer added(TestPatient patient, LocalDate expiry) {
        return patient.api()
                .post(path(patient), policy("P-" + Clinic.unique(), expiry))
                .expect(201);
    }

    static Answer replaced(Api api, Answer seen, ObjectNode policy) {
        return api.ifMatch(seen.etag()).put(path(seen), policy);
    }

    static Answer confirmed(Api staff, Answer seen) {
        return staff.ifMatch(seen.etag())
                .post(path(seen) + "/confirmations", Json.object())
                .expect(200);
    }

    static Answer removed(Api api, Answer seen) {
        return api.ifMatch(seen.etag()).delete(path(seen));
    }
}
