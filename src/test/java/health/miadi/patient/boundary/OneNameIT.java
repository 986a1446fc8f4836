package health.miadi.patient.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.miadi.testing.Answer;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names and births as people have them (R-PERS-4). */
class OneNameIT {

    private final Clinic clinic = Clinic.ofTheSuite();
    private final String unique = Clinic.unique();

    private Answer add(ObjectNode patient) {
        return clinic.admin().post("/patients", patient).expect(201);
    }

    private static String path(Answer patient) {
        return "/patients/" + patient.at("/id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"firstName", "lastName"})
    void oneNameIsEnough(String member) {
        Answer made = add(Json.object(member, unique));

        assertThat(made.at("/" + member)).isEqualTo(unique);
        String other = member.equals("firstName") ? "/lastName" : "/firstName";
        assertThat(made.json().at(other).isNull()).isTrue();
        Answer found = clinic.admin().get("/patients?search=" + unique).expect(200);
        assertThat(found.json().at("/items")).hasSize(1);
        assertThat(found.json().at("/items/0")).isEqualTo(made.json());
    }

    @Test
    void aCorrectionTakesOneNameAwayAndNotBoth() {
        Answer made = add(Json.object("firstName", "Su", "lastName", unique));

        Answer changed = clinic.admin()
                .ifMatch(made.etag())
                .put(path(made), Json.object("firstName", unique))
                .expect(200);
        assertThat(changed.json().at("/lastName").isNull()).isTrue();
        for (ObjectNode nameless : List.of(
                Json.object("gender", "female"),
                Json.object("gender", "female").putNull("firstName").putNull("lastName"))) {
            Answer refused = clinic.admin()
                    .wrongOnPurpose()
                    .ifMatch(changed.etag())
                    .put(path(made), nameless)
                    .expectProblem(400, "validation");
            assertThat(refused.json().at("/errors").findValuesAsText("pointer")).containsExactly("/firstName");
        }
        assertThat(clinic.admin().get(path(made)).json()).isEqualTo(changed.json());
    }

    @Test
    @DisplayName("who has one name is sorted by it, and no page loses or repeats anybody")
    void isListedByTheOneName() {
        String b = add(Json.object("firstName", "B" + unique)).at("/id");
        String bLater =
                add(Json.object("lastName", "B" + unique, "firstName", "Z")).at("/id");
        String c = add(Json.object("lastName", "C" + unique)).at("/id");
        String a = add(Json.object("lastName", "A" + unique, "firstName", "X")).at("/id");

        List<String> listed = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = clinic.admin()
                    .get("/patients?limit=1&search=" + unique + cursor)
                    .expect(200);
            listed.addAll(page.json().at("/items").findValuesAsText("id"));
            cursor = page.at("/next").isEmpty() ? "" : "&cursor=" + page.at("/next");
        } while (!cursor.isEmpty());

        assertThat(listed).containsExactly(a, b, bLater, c);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1957", "1957-03", "1957-03-14", "1870", "2004-02-29"})
    void aBirthIsKeptAsItIsKnown(String birth) {
        Answer made = add(Json.object("firstName", unique, "dateOfBirth", birth));

        assertThat(made.at("/dateOfBirth")).isEqualTo(birth);
        assertThat(clinic.admin().get(path(made)).at("/dateOfBirth")).isEqualTo(birth);
    }

    @Test
    void whoHasOneNameRegistersAndIsToldSo() {
        String email = unique + "@example.org";
        Answer registered = clinic.anonymous()
                .post(
                        "/auth/register",
                        Json.object(
                                "email",
                                email,
                                "password",
                                "seven green lanterns " + unique,
                                "firstName",
                                "Suharto",
                                "dateOfBirth",
                                "1957"))
                .expect(201);

        Answer me = clinic.as(registered.at("/accessToken")).get("/auth/me").expect(200);
        assertThat(me.at("/person/firstName")).isEqualTo("Suharto");
        assertThat(me.json().at("/person/lastName").isNull()).isTrue();
        assertThat(me.at("/person/dateOfBirth")).isEqualTo("1957");
        Answer export = clinic.as(registered.at("/accessToken"))
                .get("/patients/" + me.at("/personId") + "/export")
                .expect(200);
        assertThat(export.at("/person/dateOfBirth")).isEqualTo("1957");
    }

    @Test
    void aProviderOfOneNameIsCalledByItInTheFigures() {
        Answer made = clinic.admin()
                .post("/providers", Json.object("lastName", unique, "cadre", "nurse", "timeZone", "UTC"))
                .expect(201);

        Answer figures = clinic.admin()
                .get("/statistics?from=2026-01-01&to=2026-01-02&providerId=" + made.at("/id"))
                .expect(200);

        assertThat(figures.text()).contains("\"" + unique + "\"");
        clinic.admin()
                .wrongOnPurpose()
                .post("/providers", Json.object("cadre", "nurse", "timeZone", "UTC"))
                .expectProblem(400, "validation");
    }
}
