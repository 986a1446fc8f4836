package health.miadi.shared;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.SuiteServer;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What people entrust to the clinic does not turn up in the server's log, least of all when it is refused. */
class ConfidentialLogIT {
    private static final String NUMBER = Long.toString(100_000_000_000L + System.nanoTime() % 100_000_000_000L);

    private final Clinic clinic = Clinic.ofTheSuite();
    private final String mark = "mark" + Clinic.unique().replaceAll("[^A-Za-z0-9]", "");

    private ObjectNode marked(String email) {
        return Json.object(
                "firstName", "First" + mark,
                "lastName", "Last" + mark,
                "dateOfBirth", "1980-02-29",
                "email", email,
                "phone", "+" + NUMBER,
                "nationalId", "ID" + mark);
    }

    @Test
    void noValueOfADuplicateIsLogged() {
        clinic.admin().post("/patients", marked("a" + mark + "@example.org")).expect(201);
        clinic.admin().post("/patients", marked("a" + mark + "@example.org")).expectProblem(409, "duplicate");
        clinic.admin().post("/patients", marked("b" + mark + "@example.org")).expectProblem(409, "duplicate");
        ObjectNode sameId = marked("c" + mark + "@example.org");
        sameId.remove("phone");
        clinic.admin().post("/patients", sameId).expectProblem(409, "duplicate");
        clinic.anonymous()
                .post("/auth/register", sameId.put("password", "Pass-" + mark + "-word"))
                .expectProblem(409, "duplicate");
        clinic.anonymous()
                .post("/auth/login", Json.object("username", "who" + mark, "password", "Pass-" + mark))
                .expectProblem(401, "unauthenticated");
        assertThat(SuiteServer.get().logged().toLowerCase(Locale.ROOT))
                .doesNotContain(mark.toLowerCase(Locale.ROOT), NUMBER);
    }
}
