package health.miadi.patient.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.miadi.testing.Answer;
import health.miadi.testing.Api;
import health.miadi.testing.Clinic;
import health.miadi.testing.DatabaseWork;
import health.miadi.testing.Json;
import health.miadi.testing.Race;
import health.miadi.testing.SignedUp;
import health.miadi.testing.TestPatient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Finding H2 among others (finding M13). */
@DisplayName(
        "R-PERS-2: what people say of themselves is a claim, says nothing of others and blocks nobody, until staff confirm it")
class ClaimsIT {
    private final Clinic clinic = Clinic.ofTheSuite();
    private final String unique = Clinic.unique();
    private final String number =
            Long.toString(ThreadLocalRandom.current().nextLong(254_700_000_000_000L, 254_799_999_999_999L));

    private ObjectNode having(String member) {
        return Json.object("firstName", "Pat", member, number);
    }

    private static String path(Answer file) {
        return "/patients/" + file.at("/id");
    }

    private static Answer file(TestPatient patient) {
        return patient.api().get("/patients/" + patient.id()).expect(200);
    }

    /** What patients write of themselves, their address aside. */
    private static Answer claims(TestPatient patient, ObjectNode said) {
        Answer own = file(patient);
        return patient.api().ifMatch(own.etag()).put(path(own), said.put("email", own.at("/email")));
    }

    private static Answer confirm(Api staff, Answer file, Object... what) {
        return staff.ifMatch(staff.get(path(file)).expect(200).etag())
                .post(path(file) + "/confirmations", Json.object(what));
    }

    @ParameterizedTest
    @ValueSource(strings = {"phone", "nationalId"})
    @DisplayName("attack 19: one's own file says nothing of whose number or id it is")
    void ownFile(String member) {
        clinic.admin().post("/patients", having(member)).expect(201);
        TestPatient curious = clinic.aPatient();
        for (int i = 0; i < 7; i++) {
            Answer taken = claims(curious, having(member)).expect(200);
            Answer free = claims(curious, Json.object("firstName", "Pat", member, "8" + i + number.substring(3)))
                    .expect(200);
            for (Answer each : List.of(taken, free)) {
                assertThat(each.json().at("/confirmed/" + member).asBoolean()).isFalse();
            }
            assertThat(fields(taken)).isEqualTo(fields(free));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"phone", "nationalId"})
    @DisplayName("attack 19: nor does the work that it makes, by which an answer would be earlier or later")
    void workOfOwnFile(String member) {
        clinic.admin().post("/patients", having(member)).expect(201);
        TestPatient curious = clinic.aPatient();
        long taken = statements(curious, member, number);
        long free = statements(curious, member, "81" + number.substring(3));
        assertThat(taken).isEqualTo(free);
    }

    /** Of a change to that value, and of one to another. */
    private long statements(TestPatient curious, String member, String value) {
        return DatabaseWork.of(clinic.database(), () -> {
                    claims(curious, Json.object("firstName", "Pat", member, value))
                            .expect(200);
                    claims(curious, Json.object("firstName", "Pat", member, "82" + number.substring(3)))
                            .expect(200);
                })
                .statements();
    }

    private static List<String> fields(Answer answer) {
        List<String> names = new ArrayList<>();
        answer.json().fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    @DisplayName("attack 20: adding or correcting a cover of one's own says nothing of whose policy it is")
    void ownCover() {
        TestPatient owner = clinic.aPatient();
        ObjectNode policy = Json.object("insurer", "Afya", "policyNumber", "P " + unique, "expiryDate", "2999-01-01");
        clinic.admin().post("/patients/" + owner.id() + "/insurance", policy).expect(201);
        TestPatient curious = clinic.aPatient();
        Answer cover = curious.api()
                .post(
                        "/patients/" + curious.id() + "/insurance",
                        policy.deepCopy().put("policyNumber", "F" + unique))
                .expect(201);
        Answer taken = curious.api()
                .ifMatch(cover.etag())
                .put("/insurance/" + cover.at("/id"), policy)
                .expect(200);
        assertThat(cover.json().at("/policyNumberConfirmed").asBoolean()).isFalse();
        assertThat(taken.json().at("/policyNumberConfirmed").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"phone", "nationalId"})
    @DisplayName("attack 21: registering says nothing of whose number or id it is")
    void registering(String member) {
        clinic.admin().post("/patients", having(member)).expect(201);
        clinic.anonymous()
                .post(
                        "/auth/register",
                        SignedUp.registration("claim-" + unique + "@example.org")
                                .put(member, number))
                .expect(201);
    }

    @Test
    @DisplayName("attack 60: a password that is refused says nothing of the address")
    void weakPassword() {
        String taken = SignedUp.at(clinic).email();
        for (String address : List.of(taken, "free-" + unique + "@example.org")) {
            Answer refused = clinic.anonymous()
                    .post("/auth/register", SignedUp.registration(address).put("password", "password1234"))
                    .expectProblem(400, "validation");
            assertThat(refused.at("/errors/0/pointer")).isEqualTo("/password");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"phone", "nationalId"})
    @DisplayName("attack 22: who takes it first blocks nobody, and staff confirm it of whom it is")
    void squatting(String member) {
        TestPatient squatter = clinic.aPatient();
        claims(squatter, having(member)).expect(200);
        TestPatient owner = clinic.aPatient();
        claims(owner, having(member)).expect(200);
        assertThat(confirm(clinic.admin(), file(owner), member, true)
                        .expect(200)
                        .json()
                        .at("/confirmed/" + member)
                        .asBoolean())
                .isTrue();
        confirm(clinic.admin(), file(squatter), member, true).expectProblem(409, "duplicate");
        assertThat(clashes(member, squatter.id().toString())).singleElement().satisfies(clash -> {
            assertThat(clash.at("/others/0/id").asText()).isEqualTo(owner.id().toString());
            assertThat(clash.at("/others/0/confirmed").asBoolean()).isTrue();
        });
    }

    private List<JsonNode> clashes(String field, String patient) {
        List<JsonNode> found = new ArrayList<>();
        String next = "";
        do {
            Answer page = clinic.admin()
                    .get("/clashes?limit=200" + (next.isEmpty() ? "" : "&cursor=" + next))
                    .expect(200);
            page.json().at("/items").forEach(found::add);
            next = page.at("/next");
        } while (!next.isEmpty());
        return found.stream()
                .filter(clash -> clash.at("/claimedBy/id").asText().equals(patient)
                        && clash.at("/field").asText().equals(field))
                .toList();
    }

    @Test
    void anAdminSettlesWhatWasConfirmedOfTheWrongOneAndBothFilesTellOfIt() {
        Answer wrong = clinic.admin().post("/patients", having("nationalId")).expect(201);
        TestPatient owner = clinic.aPatient();
        claims(owner, having("nationalId")).expect(200);
        Answer file = file(owner);
        confirm(clinic.admin(), file, "nationalId", true, "reason", "shown the card")
                .expect(200);
        assertThat(clinic.admin()
                        .get(path(wrong))
                        .json()
                        .at("/confirmed/nationalId")
                        .asBoolean())
                .isFalse();
        assertThat(clinic.database()
                        .texts(
                                "SELECT action || ' ' || detail || ' ' || reason FROM audit_entries"
                                        + " WHERE action IN ('confirmed', 'unconfirmed') AND entity_id IN"
                                        + " (CAST(? AS uuid), CAST(? AS uuid)) ORDER BY action",
                                wrong.at("/id"),
                                file.at("/id")))
                .containsExactly("confirmed nationalId shown the card", "unconfirmed nationalId shown the card");
    }

    @Test
    void ofTwoConfirmationsAtOnceOneWins() throws Exception {
        TestPatient one = clinic.aPatient();
        TestPatient other = clinic.aPatient();
        claims(one, having("phone")).expect(200);
        claims(other, having("phone")).expect(200);
        try (Race race = new Race(2)) {
            List<Callable<Answer>> both = List.of(
                    () -> confirm(clinic.admin(), file(one), "phone", true),
                    () -> confirm(clinic.admin(), file(other), "phone", true));
            assertThat(race.run(both)).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
        }
    }

    @Test
    void aChangeWithdrawsTheMarkAndNoOtherChangeDoes() {
        TestPatient patient = clinic.aPatient();
        claims(patient, having("phone")).expect(200);
        confirm(clinic.admin(), file(patient), "phone", true).expect(200);
        Answer renamed =
                claims(patient, having("phone").put("firstName", "Other")).expect(200);
        assertThat(renamed.json().at("/confirmed/phone").asBoolean()).isTrue();
        Answer changed = claims(patient, Json.object("firstName", "Other", "phone", "1" + number.substring(1)))
                .expect(200);
        assertThat(changed.json().at("/confirmed/phone").asBoolean()).isFalse();
    }

    @Test
    void staffConfirmWhatTheyEnterAndOnlyThat() {
        TestPatient patient = clinic.aPatient();
        claims(patient, having("phone")).expect(200);
        Answer own = file(patient);
        Answer corrected = clinic.admin()
                .ifMatch(own.etag())
                .put(path(own), having("phone").put("nationalId", "N" + unique).put("email", own.at("/email")))
                .expect(200);
        assertThat(corrected.json().at("/confirmed/nationalId").asBoolean()).isTrue();
        assertThat(corrected.json().at("/confirmed/phone").asBoolean()).isFalse();
    }

    @Test
    void whatIsNotThereOrNotSettledByWhoMayIsRefused() {
        TestPatient patient = clinic.aPatient();
        Answer file = file(patient);
        confirm(clinic.admin(), file, "phone", true).expectProblem(400, "validation");
        confirm(clinic.admin(), file).expectProblem(400, "validation");
        clinic.admin()
                .wrongOnPurpose()
                .post(path(file) + "/confirmations", Json.object("email", true))
                .expectProblem(428, "precondition-required");
        clinic.admin()
                .ifMatch("\"stale\"")
                .post(path(file) + "/confirmations", Json.object("email", true))
                .expectProblem(412, "stale");
    }

    @Test
    void anAdminSettlesWhosePolicyItIs() {
        ObjectNode policy = Json.object("insurer", "Afya", "policyNumber", "Q" + unique, "expiryDate", "2999-01-01");
        TestPatient wrong = clinic.aPatient();
        TestPatient owner = clinic.aPatient();
        Answer confirmed = clinic.admin()
                .post("/patients/" + wrong.id() + "/insurance", policy)
                .expect(201);
        Answer claimed = owner.api()
                .post("/patients/" + owner.id() + "/insurance", policy)
                .expect(201);
        String at = "/insurance/" + claimed.at("/id");
        assertThat(clashes("policyNumber", owner.id().toString())).hasSize(1);
        clinic.admin()
                .ifMatch(claimed.etag())
                .post(at + "/confirmations", Json.object())
                .expectProblem(409, "duplicate");
        clinic.admin()
                .ifMatch(claimed.etag())
                .post(at + "/confirmations", Json.object("reason", "shown the card"))
                .expect(200);
        assertThat(clinic.admin()
                        .get("/insurance/" + confirmed.at("/id"))
                        .json()
                        .at("/policyNumberConfirmed")
                        .asBoolean())
                .isFalse();
    }
}
