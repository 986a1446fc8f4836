package health.miadi.identity.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.miadi.testing.Answer;
import health.miadi.testing.Api;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.Race;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A clinic keeps an enabled admin, whoever changes the accounts and with whatever (R-AUTH-5). */
class LastAdminIT {
    private static final String DISABLED = "{\"enabled\":false}";

    private final Clinic clinic = Clinic.ofTheSuite();
    private final String unique = Clinic.unique();
    private Admin one;
    private Admin two;

    private record Admin(String id, Api api) {
        String path() {
            return "/users/" + id;
        }
    }

    /** The admins of other tests step aside, so that these two are all there are. */
    @BeforeEach
    void leaveTwo() {
        one = anAdmin();
        two = anAdmin();
        clinic.database()
                .update(
                        "CREATE TABLE set_aside AS SELECT id FROM users WHERE role = 'admin' AND enabled AND id NOT IN (?, ?)",
                        UUID.fromString(one.id),
                        UUID.fromString(two.id));
        clinic.database().update("UPDATE users SET enabled = false WHERE id IN (SELECT id FROM set_aside)");
    }

    @AfterEach
    void bringBack() {
        clinic.database().update("UPDATE users SET enabled = true WHERE id IN (SELECT id FROM set_aside)");
        clinic.database().update("DROP TABLE set_aside");
    }

    private Admin anAdmin() {
        Api api = clinic.as(clinic.accounts().open("admin", null));
        return new Admin(api.get("/auth/me").expect(200).at("/id"), api);
    }

    private static Answer patch(Admin by, Admin whom, Object patch) {
        String etag = by.api.get(whom.path()).expect(200).etag();
        return by.api.ifMatch(etag).patch(whom.path(), patch);
    }

    private long admins() {
        return clinic.database().number("SELECT count(*) FROM users WHERE role = 'admin' AND enabled");
    }

    @Test
    void theLastOneIsNeitherDisabledNorDemotedNorRemoved() {
        patch(one, two, DISABLED).expect(200);
        patch(one, one, DISABLED).expectProblem(409, "last-admin");
        String patient = one.api
                .post("/patients", Json.object("firstName", "Pat", "lastName", unique))
                .expect(201)
                .at("/id");
        Answer refused = patch(one, one, Json.object("role", "patient", "personId", patient));
        assertThat(refused.expectProblem(409, "last-admin").at("/rule")).isEqualTo("R-AUTH-5");
        String etag = one.api.get(one.path()).expect(200).etag();
        one.api.ifMatch(etag).delete(one.path()).expectProblem(409, "last-admin");
        assertThat(one.api.get(one.path()).expect(200).etag()).isEqualTo(etag);
        assertThat(admins()).isEqualTo(1);
    }

    @Test
    void anAdminWhoCannotSignInYetIsNoSuccessor() {
        one.api
                .post("/users", Json.object("username", "heir-" + unique, "role", "admin"))
                .expect(201);
        patch(one, two, DISABLED).expect(200);
        patch(one, one, DISABLED).expectProblem(409, "last-admin");
    }

    @Test
    void theLastOneMayChangeEverythingElse() {
        patch(one, two, DISABLED).expect(200);
        patch(one, one, Json.object("username", "renamed-" + unique)).expect(200);
    }

    @Test
    void anotherOneMayTakeOver() {
        patch(one, two, DISABLED).expect(200);
        patch(one, two, "{\"enabled\":true}").expect(200);
        patch(one, one, DISABLED).expect(200);
        assertThat(admins()).isEqualTo(1);
    }

    @RepeatedTest(3)
    void ofTwoWhoDisableEachOtherAtOnceOneStays() throws Exception {
        race(() -> patch(one, two, DISABLED), () -> patch(two, one, DISABLED));
    }

    @RepeatedTest(3)
    void ofTwoWhoLeaveAtOnceOneStays() throws Exception {
        race(() -> delete(one), () -> delete(two));
    }

    private static Answer delete(Admin admin) {
        return admin.api.ifMatch("*").delete(admin.path());
    }

    /** Who is disabled before their own request is looked at is not signed in any more. */
    private void race(Callable<Answer> first, Callable<Answer> second) throws Exception {
        try (Race race = new Race(2)) {
            List<Answer> answers = race.run(List.of(first, second));
            assertThat(answers.stream().filter(answer -> answer.status() < 300)).hasSize(1);
            assertThat(answers.stream().filter(answer -> answer.status() >= 300))
                    .allSatisfy(answer -> assertThat(answer.status()).isIn(401, 409));
        }
        assertThat(admins()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE users SET enabled = false WHERE role = 'admin'",
                "UPDATE users SET role = 'patient' WHERE role = 'admin'",
                "DELETE FROM users WHERE role = 'admin' AND enabled"
            })
    void theDatabaseHoldsItAgainstEverythingElse(String sql) {
        assertThatThrownBy(() -> clinic.database().update(sql)).hasStackTraceContaining("the last enabled admin stays");
        assertThat(admins()).isEqualTo(2);
    }
}
