package health.miadi.patient.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.miadi.testing.Answer;
import health.miadi.testing.Api;
import health.miadi.testing.Clinic;
import health.miadi.testing.GoogleVisitor;
import health.miadi.testing.Json;
import health.miadi.testing.Race;
import health.miadi.testing.SignedUp;
import health.miadi.testing.TestPatient;
import health.miadi.testing.TestProvider;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R-PERS-5: the address of a person is what their account signs in with, whoever changes it, and nobody else's. */
class OneAddressIT {
    private final Clinic clinic = Clinic.ofTheSuite();
    private final String unique = Clinic.unique();
    private final String wanted = "wanted-" + unique + "@example.org";

    /** Somebody who registered: their file, and the API as them. */
    private final class Registered {
        private final SignedUp person = SignedUp.at(clinic);
        private final Api api = clinic.as(person.registered().at("/accessToken"));
        private final String path = "/patients/" + person.registered().at("/user/personId");
        private final String account = "/users/" + person.registered().at("/user/id");

        private ObjectNode details(String email) {
            ObjectNode details = SignedUp.registration(email);
            details.remove("password");
            return details;
        }

        private Answer correctedBy(Api whose, ObjectNode details) {
            return whose.ifMatch(clinic.admin().get(path).expect(200).etag()).put(path, details);
        }

        private void has(String email) {
            assertThat(signingIn(email).expect(200).at("/user/username")).isEqualTo(email);
            Answer me = api.get("/auth/me").expect(200);
            for (String place : List.of("/username", "/email", "/person/email")) {
                assertThat(me.at(place)).as(place).isEqualTo(email);
            }
        }
    }

    private Answer signingIn(String name) {
        return clinic.anonymous().post("/auth/login", Json.object("username", name, "password", SignedUp.PASSWORD));
    }

    private ObjectNode admin(String email) {
        return Json.object("username", "admin-" + Clinic.unique(), "email", email, "role", "admin");
    }

    private static void refusedAt(String pointer, Answer refused) {
        assertThat(refused.at("/errors/0/pointer")).isEqualTo(pointer);
    }

    @Test
    void aPatientChangesItWithThePasswordAndTheFormerOneIsFreeAtOnce() {
        Registered patient = new Registered();
        ObjectNode details = patient.details(wanted);
        refusedAt("/currentPassword", patient.correctedBy(patient.api, details).expectProblem(400, "validation"));
        details.put("currentPassword", "not the password");
        refusedAt("/currentPassword", patient.correctedBy(patient.api, details).expectProblem(400, "validation"));
        patient.has(patient.person.email());

        details.put("currentPassword", SignedUp.PASSWORD);
        assertThat(patient.correctedBy(patient.api, details).expect(200).at("/email"))
                .isEqualTo(wanted);

        patient.has(wanted);
        signingIn(patient.person.email()).expectProblem(401, "unauthenticated");
        clinic.anonymous()
                .post("/auth/register", SignedUp.registration(patient.person.email()))
                .expect(201);
    }

    /** R-AUTH-17: a token that is minutes old says nothing of who holds it. */
    @Test
    void whoHasNoPasswordChangesItInAFreshSessionOnly() {
        TestPatient patient = clinic.aPatient();
        String path = "/patients/" + patient.id();
        String ofThePatient = " WHERE user_id = (SELECT id FROM users WHERE person_id = ?)";
        clinic.database()
                .update("UPDATE sessions SET created_at = now() - interval '11 minutes'" + ofThePatient, patient.id());
        Answer refused = changed(patient, path).expectProblem(403, "sign-in-again");
        assertThat(refused.at("/rule")).isEqualTo("R-AUTH-17");
        clinic.database().update("UPDATE sessions SET created_at = now()" + ofThePatient, patient.id());
        assertThat(changed(patient, path).expect(200).at("/email")).isEqualTo(wanted);
    }

    private Answer changed(TestPatient patient, String path) {
        Answer file = patient.api().get(path).expect(200);
        ObjectNode details = Json.object("firstName", file.at("/firstName"), "lastName", file.at("/lastName"));
        return patient.api().ifMatch(file.etag()).put(path, details.put("email", wanted));
    }

    @Test
    void otherCorrectionsNeedNoPassword() {
        Registered patient = new Registered();
        patient.correctedBy(patient.api, patient.details(patient.person.email()).put("firstName", "Peter"))
                .expect(200);
    }

    @Test
    void anAdminChangesItInTheFileOrTheAccount() {
        Registered patient = new Registered();
        patient.correctedBy(clinic.admin(), patient.details(wanted)).expect(200);
        patient.has(wanted);

        Answer account = clinic.admin().get(patient.account).expect(200);
        String next = "next-" + wanted;
        Answer changed = clinic.admin()
                .ifMatch(account.etag())
                .patch(patient.account, Json.object("email", next))
                .expect(200);
        assertThat(changed.at("/username")).isEqualTo(next);
        assertThat(clinic.admin().get(patient.account).etag()).isEqualTo(changed.etag());
        patient.has(next);
        signingIn(wanted).expectProblem(401, "unauthenticated");
    }

    @Test
    void anAdminChangesThatOfAProviderWithItsAccount() {
        UUID id = clinic.aProviderWithoutAccount("UTC");
        String path = "/providers/" + id;
        Answer account = clinic.admin()
                .post("/users", Json.object("username", "p-" + unique, "role", "provider", "personId", id.toString()))
                .expect(201);
        Answer provider = clinic.admin().get(path).expect(200);
        assertThat(account.at("/email")).isEqualTo(provider.at("/email"));
        ObjectNode details = Json.object(
                "firstName", "Pro", "lastName", "Vider", "cadre", "doctor", "timeZone", "UTC", "email", wanted);
        clinic.admin().ifMatch(provider.etag()).put(path, details).expect(200);
        String accountPath = "/users/" + account.at("/id");
        Answer after = clinic.admin().get(accountPath).expect(200);
        assertThat(after.at("/email")).isEqualTo(wanted);
        assertThat(after.at("/username")).isEqualTo("p-" + unique);

        clinic.admin()
                .ifMatch(after.etag())
                .patch(accountPath, "{\"email\":null}")
                .expect(200);
        assertThat(clinic.admin().get(path).expect(200).json().at("/email").isNull())
                .isTrue();
    }

    @Test
    void aProviderIsToldWhoChangesIt() {
        Registered patient = new Registered();
        TestProvider provider = clinic.aProvider().workingMondays("09:00", "17:00");
        patient.api
                .post(
                        "/appointments",
                        Json.object(
                                "providerId",
                                provider.id().toString(),
                                "start",
                                provider.mondayAt("09:00").toString()))
                .expect(201);
        Answer refused =
                patient.correctedBy(provider.api(), patient.details(wanted)).expectProblem(400, "validation");
        refusedAt("/email", refused);
        assertThat(refused.at("/errors/0/message")).contains("an admin");
        patient.has(patient.person.email());
        patient.correctedBy(
                        provider.api(), patient.details(patient.person.email()).put("firstName", "Peter"))
                .expect(200);
    }

    @Test
    void theAddressThatIsTheNameIsNotRemoved() {
        Registered patient = new Registered();
        ObjectNode details = patient.details(wanted).put("currentPassword", SignedUp.PASSWORD);
        details.remove("email");
        for (Api somebody : List.of(patient.api, clinic.admin())) {
            refusedAt("/email", patient.correctedBy(somebody, details).expectProblem(400, "validation"));
        }
        patient.has(patient.person.email());
    }

    @Test
    void whoeverHasItNobodyElseTakesIt() {
        Registered patient = new Registered();
        String taken = patient.person.email().toUpperCase(java.util.Locale.ROOT);
        clinic.admin().post("/users", admin(wanted)).expect(201);
        for (String one : List.of(taken, wanted)) {
            ObjectNode file = Json.object("firstName", "A", "lastName", "B", "email", one);
            refusedAt("/email", clinic.admin().post("/patients", file).expectProblem(409, "duplicate"));
            refusedAt("/email", clinic.admin().post("/users", admin(one)).expectProblem(409, "duplicate"));
            refusedAt(
                    "/email",
                    clinic.anonymous()
                            .post("/auth/register", SignedUp.registration(one))
                            .expectProblem(409, "duplicate"));
        }
        refusedAt(
                "/email",
                patient.correctedBy(clinic.admin(), patient.details(wanted)).expectProblem(409, "duplicate"));
        patient.has(patient.person.email());
    }

    @Test
    void anAccountThatBecomesSomebodysBringsItsAddress() {
        String id = clinic.admin()
                .post("/patients", Json.object("firstName", "A", "lastName", unique))
                .expect(201)
                .at("/id");
        Answer account = clinic.admin().post("/users", admin(wanted)).expect(201);
        String path = "/users/" + account.at("/id");
        Answer theirs = clinic.admin()
                .ifMatch(account.etag())
                .patch(path, Json.object("personId", id))
                .expect(200);
        assertThat(clinic.admin().get("/patients/" + id).at("/email")).isEqualTo(wanted);
        refusedAt(
                "/email",
                clinic.admin()
                        .ifMatch(theirs.etag())
                        .patch(path, "{\"personId\":null}")
                        .expectProblem(409, "duplicate"));
        clinic.admin()
                .ifMatch(theirs.etag())
                .patch(path, "{\"personId\":null,\"email\":null}")
                .expect(200);
        assertThat(clinic.admin().get("/patients/" + id).at("/email")).isEqualTo(wanted);
    }

    @Test
    void whoSignsInWithGoogleAloneNeedsNoPassword() {
        String subject = Clinic.unique();
        ObjectNode claims = GoogleVisitor.claims("first-" + wanted, "Zoe", "Hara");
        Answer signedIn =
                GoogleVisitor.of(clinic.anonymous()).signIn(subject, claims).expect(200);
        Api api = clinic.as(signedIn.at("/accessToken"));
        String path = "/patients/" + signedIn.at("/user/personId");
        ObjectNode details = Json.object("firstName", "Zoe", "lastName", "Hara", "email", wanted);
        api.ifMatch(api.get(path).expect(200).etag()).put(path, details).expect(200);
        assertThat(api.get("/auth/me").expect(200).at("/username")).isEqualTo(wanted);
        assertThat(GoogleVisitor.of(clinic.anonymous())
                        .signIn(subject, claims)
                        .expect(200)
                        .at("/user/id"))
                .isEqualTo(signedIn.at("/user/id"));
        GoogleVisitor.of(clinic.anonymous())
                .signIn(Clinic.unique(), GoogleVisitor.claims(wanted, "An", "Other"))
                .expectProblem(409, "account-conflict");
    }

    /** Two people, by whichever two ways: one has it then, and the other keeps what they had. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void ofAllWhoTakeItAtOnceOneHasIt(int round) throws Exception {
        Registered one = new Registered();
        Registered other = new Registered();
        String address = round + wanted;
        String file = clinic.admin().get(one.path).expect(200).etag();
        String account = clinic.admin().get(other.account).expect(200).etag();
        try (Race race = new Race(4)) {
            List<Callable<Answer>> ways = List.of(
                    () -> one.api
                            .ifMatch(file)
                            .put(one.path, one.details(address).put("currentPassword", SignedUp.PASSWORD)),
                    () -> clinic.admin().ifMatch(account).patch(other.account, Json.object("email", address)),
                    () -> clinic.admin().post("/users", admin(address)),
                    () -> clinic.anonymous().post("/auth/register", SignedUp.registration(address)));
            List<Answer> answers = race.run(ways);
            assertThat(answers.stream().filter(answer -> answer.status() < 300))
                    .as("%s", answers)
                    .hasSize(1);
            answers.stream()
                    .filter(answer -> answer.status() >= 300)
                    .forEach(answer -> answer.expectProblem(409, "duplicate"));
            one.has(answers.get(0).status() == 200 ? address : one.person.email());
            other.has(answers.get(1).status() == 200 ? address : other.person.email());
        }
    }

    /** The file and the account of one person, changed at once: whichever is last, both have the same. */
    @Test
    void theFileAndTheAccountChangedAtOnceStayTogether() throws Exception {
        Registered patient = new Registered();
        String file = clinic.admin().get(patient.path).expect(200).etag();
        String account = clinic.admin().get(patient.account).expect(200).etag();
        try (Race race = new Race(2)) {
            List<Answer> answers = race.run(List.of(
                    () -> clinic.admin().ifMatch(file).put(patient.path, patient.details("f-" + wanted)),
                    () -> clinic.admin().ifMatch(account).patch(patient.account, Json.object("email", "a-" + wanted))));
            assertThat(answers.stream().map(Answer::status)).contains(200);
            patient.has(clinic.admin().get(patient.account).at("/email"));
        }
    }

    @Test
    void whoeverIsErasedOrRemovedFreesTheirAddress() {
        Registered patient = new Registered();
        clinic.admin()
                .ifMatch(clinic.admin().get(patient.path).expect(200).etag())
                .delete(patient.path)
                .expect(204);
        UUID id = clinic.aProviderWithoutAccount("UTC");
        Answer provider = clinic.admin().get("/providers/" + id).expect(200);
        clinic.admin().ifMatch(provider.etag()).delete("/providers/" + id).expect(204);

        for (String free : List.of(patient.person.email(), provider.at("/email"))) {
            clinic.anonymous()
                    .post("/auth/register", SignedUp.registration(free))
                    .expect(201);
        }
    }

    /** R-AUTH-3: whoever can read the former mailbox sets no password with what came there. */
    @Test
    void aCodeFromBeforeTheAddressChangedInTheFileWorksNoMore() {
        Registered patient = new Registered();
        String code = clinic.admin()
                .post(patient.account + "/password-reset")
                .expect(200)
                .at("/code");

        patient.correctedBy(clinic.admin(), patient.details(wanted)).expect(200);

        clinic.anonymous()
                .post("/auth/password-reset", Json.object("code", code, "newPassword", "another quiet river"))
                .expectProblem(401, "unauthenticated");
        patient.has(wanted);
    }

    /** As the migration leaves it where a former release let the two part. */
    @Test
    void anAdminSeesTheFormerAddressThatSignsInAsWell() {
        Registered patient = new Registered();
        UUID account = UUID.fromString(patient.person.registered().at("/user/id"));
        assertThat(clinic.admin().get(patient.account).json().at("/formerEmail").isNull())
                .isTrue();
        clinic.database().update("INSERT INTO email_addresses (address, user_id) VALUES (?, ?)", wanted, account);

        assertThat(signingIn(wanted).expect(200).at("/user/id")).isEqualTo(account.toString());
        assertThat(clinic.admin().get(patient.account).expect(200).at("/formerEmail"))
                .isEqualTo(wanted);
        assertThat(clinic.admin().get("/users?id=" + account).expect(200).at("/items/0/formerEmail"))
                .isEqualTo(wanted);

        patient.correctedBy(clinic.admin(), patient.details("next-" + wanted)).expect(200);
        assertThat(clinic.admin().get(patient.account).json().at("/formerEmail").isNull())
                .isTrue();
        signingIn(wanted).expectProblem(401, "unauthenticated");
    }

    @Test
    void aNameWithSpacesAroundSignsIn() {
        Registered patient = new Registered();
        signingIn("\u00a0" + patient.person.email() + "  ").expect(200);
    }
}
