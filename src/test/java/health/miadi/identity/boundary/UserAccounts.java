package health.miadi.identity.boundary;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.miadi.testing.Answer;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import java.util.UUID;

/** The accounts of one test, and the persons whose they are; names end in what no other test has. */
abstract class UserAccounts {
    static final String PASSWORD = "a quiet river in October";

    final Clinic clinic = Clinic.ofTheSuite();
    final String unique = Clinic.unique();

    /** An admin's account, which needs no person. */
    ObjectNode account(String prefix) {
        return Json.object("username", prefix + "-" + unique, "role", "admin");
    }

    Answer created(ObjectNode account) {
        return clinic.admin().post("/users", account).expect(201);
    }

    UUID person(String kind) {
        return kind.equals("patient")
                ? id(clinic.admin().post("/patients", Json.object("firstName", "Pat", "lastName", unique)))
                : id(clinic.admin()
                        .post(
                                "/providers",
                                Json.object(
                                        "firstName", "Pro", "lastName", unique, "cadre", "doctor", "timeZone", "UTC")));
    }

    static UUID id(Answer answer) {
        return UUID.fromString(answer.expect(201).at("/id"));
    }

    Answer login(String username, String password) {
        return clinic.anonymous().post("/auth/login", Json.object("username", username, "password", password));
    }
}
