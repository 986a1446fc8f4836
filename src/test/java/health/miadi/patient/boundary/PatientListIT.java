package health.miadi.patient.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.testing.Answer;
import health.miadi.testing.Clinic;
import health.miadi.testing.DatabaseWork;
import health.miadi.testing.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of patients: found by each of their fields, and read page by page. */
class PatientListIT {

    private final Clinic clinic = Clinic.ofTheSuite();
    private final String unique = Clinic.unique();

    private Answer add(Object... members) {
        return clinic.admin().post("/patients", Json.object(members)).expect(201);
    }

    private Answer search(String text, String more) {
        String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8);
        return clinic.admin().get("/patients?search=" + encoded + more).expect(200);
    }

    private List<String> found(String text) {
        return ids(search(text, ""));
    }

    private static List<String> ids(Answer page) {
        return page.json().at("/items").findValuesAsText("id");
    }

    /** Finding M12, R-AUTH-21: nothing personal stands in an address, and the answers are the list's, page by page. */
    @Test
    void whatIsLookedForIsTakenInABodyToo() {
        for (int i = 0; i < 3; i++) {
            add("firstName", "Amina-" + unique, "lastName", "Otieno");
        }
        Answer first = clinic.admin()
                .post("/patients/search", Json.object("search", "amina-" + unique, "limit", 2))
                .expect(200);
        Answer second = clinic.admin()
                .post(
                        "/patients/search",
                        Json.object("search", "amina-" + unique, "limit", 2, "cursor", first.at("/next")))
                .expect(200);
        List<String> all = new ArrayList<>(ids(first));
        all.addAll(ids(second));
        assertThat(all).hasSize(3).isEqualTo(found("amina-" + unique));
        Answer refused = clinic.admin()
                .wrongOnPurpose()
                .post("/patients/search", Json.object("search", "a ".repeat(40)))
                .expectProblem(400, "validation");
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/search");
        assertThat(clinic.aPatient()
                        .api()
                        .post("/patients/search", Json.object("search", unique))
                        .expect(200)
                        .json()
                        .at("/items"))
                .isEmpty();

        String account = clinic.accounts().adminLogin().username();
        assertThat(clinic.admin()
                        .post("/users/search", Json.object("search", account, "role", "admin", "enabled", true))
                        .expect(200)
                        .at("/items/0/username"))
                .isEqualTo(account);
    }

    @Test
    void aSearchFindsByEveryField() {
        String phone = "+1" + ThreadLocalRandom.current().nextLong(1_000_000_000_000L, 9_999_999_999_999L);
        Answer patient = add(
                "firstName", "Amina-" + unique,
                "lastName", "Otieno-" + unique,
                "email", "mail-" + unique + "@example.org",
                "phone", phone,
                "nationalId", "N-" + unique);
        for (String text : List.of(
                "Amina-" + unique,
                "otieno-" + unique,
                "AMINA-" + unique + " otieno-" + unique.substring(0, 20),
                "mail-" + unique,
                unique + "@EXAMPLE.org",
                phone,
                phone.substring(2),
                "n-" + unique,
                "  n-" + unique + "  ",
                patient.at("/patientNumber"),
                patient.at("/patientNumber").toLowerCase(Locale.ROOT))) {
            assertThat(found(text)).as(text).containsExactly(patient.at("/id"));
        }
        assertThat(found("nobody-" + unique)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Żółć", "Ngũgĩ", "Çelik", "İpek", "Straße", "ΣΊΣΥΦΟΣ", "张伟", "O'Brien \\ 100%"})
    void aSearchFindsNamesOfEveryLanguageAsTheyAreWritten(String name) {
        Answer patient = add("firstName", name, "lastName", unique);
        assertThat(found(name + " " + unique)).containsExactly(patient.at("/id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"' OR 1=1 --", "%", "_", "\\", "(.*)", "\uD83D\uDE00"})
    void aSearchLooksForWhatItSaysAndNothingElse(String text) {
        add("firstName", "Plain", "lastName", unique);
        assertThat(found(text + unique)).isEmpty();
    }

    @Test
    void thoseWhoAreNamedComeInOneRequestByName() {
        String second = add("firstName", "Mosi", "lastName", unique).at("/id");
        String first = add("firstName", "Kito", "lastName", unique).at("/id");
        String third = add("firstName", "Zuri", "lastName", unique).at("/id");
        String named = "/patients?id=" + third + "&id=" + first + "&id=" + first + "&id=" + UUID.randomUUID();
        assertThat(ids(clinic.admin().get(named).expect(200))).containsExactly(first, third);
        assertThat(ids(clinic.admin().get(named + "&id=" + second + "&search=m%20" + unique)))
                .containsExactly(second);
        assertThat(ids(search(unique, "&limit=1&id=" + second + "&id=" + third)))
                .containsExactly(second);
    }

    @Test
    @DisplayName("naming them costs the database as much as listing them (R-REC-5 included)")
    void whoNamesThemCostsNoMoreStatements() {
        String ids = IntStream.range(0, 3)
                .mapToObj(i -> add("firstName", "P" + i, "lastName", unique).at("/id"))
                .collect(Collectors.joining("&id=", "&id=", ""));
        assertThat(statements(ids)).isEqualTo(statements(""));
    }

    private long statements(String more) {
        return DatabaseWork.of(clinic.database(), () -> search(unique, more)).statements();
    }

    @Test
    void aHundredAreNamedAtMost() {
        String hundred = "id=" + UUID.randomUUID() + ("&id=" + UUID.randomUUID()).repeat(99);
        clinic.admin().get("/patients?" + hundred).expect(200);
        clinic.admin()
                .wrongOnPurpose()
                .get("/patients?" + hundred + "&id=" + UUID.randomUUID())
                .expectProblem(400, "validation");
    }

    @Test
    void pagesFollowEachOtherWhileRowsComeAndGo() {
        List<String> all = IntStream.range(0, 6)
                .mapToObj(i -> add("firstName", "P" + i % 2, "lastName", unique + "-" + i / 2)
                        .at("/id"))
                .toList();
        Answer page = search(unique, "&limit=2");
        List<String> seen = new ArrayList<>(ids(page));
        add("firstName", "P", "lastName", unique + "-");
        Answer first = clinic.admin().get("/patients/" + seen.get(0)).expect(200);
        clinic.admin().ifMatch(first.etag()).delete("/patients/" + seen.get(0)).expect(204);
        while (!page.at("/next").isEmpty()) {
            page = search(unique, "&limit=2&cursor=" + page.at("/next"));
            seen.addAll(ids(page));
        }
        assertThat(seen).isEqualTo(all);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=201",
                "search=%00",
                "cursor=bm90aGluZw",
                // ["a","\u0000","01890a5d-ac96-774b-bcce-b302099a8057"], ["a","b","c"] and [1,2,3]
                "cursor=WyJhIiwiXHUwMDAwIiwiMDE4OTBhNWQtYWM5Ni03NzRiLWJjY2UtYjMwMjA5OWE4MDU3Il0",
                "cursor=WyJhIiwiYiIsImMiXQ",
                "cursor=WzEsMiwzXQ",
                "serach=x",
                "id=7",
                "id="
            })
    void aWrongParameterIsRefused(String query) {
        clinic.admin().wrongOnPurpose().get("/patients?" + query).expectProblem(400, "validation");
    }

    @Test
    void aSearchHasAHundredCharactersAtMost() {
        clinic.admin()
                .wrongOnPurpose()
                .get("/patients?search=" + "x".repeat(101))
                .expectProblem(400, "validation");
    }
}
