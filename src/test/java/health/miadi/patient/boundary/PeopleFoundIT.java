package health.miadi.patient.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.testing.Answer;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("R-PERS-6: people are found by what people say")
class PeopleFoundIT {
    private final Clinic clinic = Clinic.ofTheSuite();
    /** Letters alone, as the words of a name are. */
    private final String word = letters();

    private static String letters() {
        return ThreadLocalRandom.current()
                .ints(10, 'a', 'z' + 1)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private static String digits(int count) {
        return ThreadLocalRandom.current()
                .ints(count, '1', '9' + 1)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private Answer add(String first, String last, Object... more) {
        var file = Json.object(more).put("firstName", first).put("lastName", last);
        return clinic.admin().post("/patients", file).expect(201);
    }

    /** Everybody who is found, over all the pages: of a year or a short number the suite's other tests may have made many. */
    private List<String> found(String text) {
        return pages(URLEncoder.encode(text, StandardCharsets.UTF_8) + "&limit=200");
    }

    private List<String> pages(String search) {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        do {
            Answer page =
                    clinic.admin().get("/patients?search=" + search + cursor).expect(200);
            ids.addAll(page.json().at("/items").findValuesAsText("id"));
            cursor = page.json().at("/next").isNull() ? "" : "&cursor=" + page.at("/next");
        } while (!cursor.isEmpty());
        return ids;
    }

    @ParameterizedTest
    @CsvSource({
        "José, Bélanger~, belanger~ | BÉLANGER~ | jose belanger~ | Bélanger~ José | 'Bélanger~, José' | jo belanger~ | Mrs Belanger~",
        "Wanjirũ, Ng'ang'a~, ng’ang’a~ | nganga~ | NGANGA~  wanjiru | Dr. Ng`ang`a~",
        "Mary-Anne, Straße~, strasse~ mary anne | STRAẞE~ maryanne | mary–anne strasse~",
        "Mary Anne, de Souza~, mary-anne souza~ | de souza~ | Souza~ De",
        "Đỗ, Nguyễn~, nguyen~ do | Nguyễn~",
        "İpek, Øster~, oster~ ipek | ØSTER~"
    })
    void byTheirNamesHoweverTheyAreWritten(String first, String last, String said) {
        String id = add(first, written(last)).at("/id");
        add(first, "Other" + letters());
        for (String text : said.split(" \\| ")) {
            assertThat(found(written(text))).as(text).containsExactly(id);
        }
    }

    private String written(String text) {
        return text.replace("~", word);
    }

    @Test
    void byTheirPhoneWithAndWithoutItsCountry() {
        String number = "7" + digits(8);
        String international = add(
                        "Pat", "Phone", "phone", "+254 " + number.substring(0, 3) + " " + number.substring(3))
                .at("/id");
        String own = "7" + digits(8);
        String national = add("Pat", "Phone", "phone", "0" + own.substring(0, 3) + " " + own.substring(3))
                .at("/id");
        for (String said : List.of("0", "+254", "254", "00254", "+254 ", "0 ", "(0)", "")) {
            assertThat(found(said + number)).as(said).containsExactly(international);
            assertThat(found(said + own)).as(said).containsExactly(national);
        }
        assertThat(found("0" + own.substring(0, 3) + "-" + own.substring(3, 6) + "-" + own.substring(6)))
                .containsExactly(national);
        assertThat(found(own.substring(0, 3) + " " + own.substring(3, 6) + " " + own.substring(6)))
                .containsExactly(national);
        assertThat(found(own.substring(1))).containsExactly(national);
    }

    @Test
    void byTheNumberOfTheFileWithoutLettersAndZeros() {
        Answer file = add("Pat", word);
        String number = file.at("/patientNumber");
        String zeros = number.substring(number.indexOf('-') + 1);
        String plain = zeros.replaceFirst("^0+", "");
        for (String said : List.of(number, "pat " + zeros, "PAT-" + plain, "pat" + plain, word + " " + plain)) {
            assertThat(found(said)).as(said).containsExactly(file.at("/id"));
        }
        assertThat(found(plain)).contains(file.at("/id"));
        assertThat(found(zeros)).contains(file.at("/id"));
    }

    @Test
    void byTheClinicsOwnNumberOfBefore() {
        Answer file = add("Pat", word);
        String own = digits(6);
        clinic.database()
                .update(
                        "UPDATE patients SET patient_number = ? WHERE id = CAST(? AS uuid)",
                        "MRN/" + own + "/007",
                        file.at("/id"));
        for (String said :
                List.of("MRN/" + own + "/007", "mrn " + own + " 007", "mrn-" + own + "-7", own, word + " 7")) {
            assertThat(found(said)).as(said).containsExactly(file.at("/id"));
        }
    }

    @Test
    void byTheirBirthAsOneWritesIt() {
        String id = add("Pat", word, "dateOfBirth", "1990-04-01").at("/id");
        add("Pat", word, "dateOfBirth", "1991-01-04");
        for (String said : List.of("1990-04-01", "1.4.1990", "01/04/1990", "1990", "1990-04")) {
            assertThat(found(word + " " + said)).as(said).containsExactly(id);
            assertThat(found(said)).as(said).contains(id);
        }
    }

    @Test
    void byTheirAddressAndWhereTheirMailIs() {
        String id = add("Pat", "Mail", "email", "p." + word + "@mail." + word + ".example")
                .at("/id");
        for (String said : List.of(
                "p." + word + "@mail." + word + ".example",
                "P." + word + "@Mail",
                "p " + word,
                "@mail." + word,
                "mail." + word + ".example")) {
            assertThat(found(said)).as(said).containsExactly(id);
        }
        assertThat(found(word + "@example")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "000", "0 0", "$$$", "\\\\", "@", "(a+)+", "***=a", "a{9999}", "[", "+ - /", "%", "_"})
    void whatSaysNothingOfAnybodyFindsNobodyElse(String said) {
        String id = add("Pat", word).at("/id");
        assertThat(found(word + " " + said)).isSubsetOf(id);
    }

    /** Whoever is found stands once and in the order of the list, on whichever page. */
    @Test
    void pagesOfWhatManyHave() {
        String common = digits(8);
        List<String> ids = new ArrayList<>();
        for (String last : List.of("Aa", "Bb", "Cc", "Dd", "Ee")) {
            ids.add(add("Pat", last + word, "nationalId", common + last).at("/id"));
        }
        assertThat(pages(common + "&limit=2")).containsExactlyElementsOf(ids);
    }

    @Test
    void whatIsTakenIsFoundAsItWasTyped() {
        String phone = digits(8);
        String national = digits(9);
        String id = add("Pat", word, "phone", "07" + phone, "nationalId", "KE-" + national)
                .at("/id");
        for (String taken : List.of("+2547" + phone, "(07) " + phone, "002547" + phone)) {
            Answer refused = clinic.admin()
                    .post("/patients", Json.object("firstName", "A", "lastName", "B", "phone", taken))
                    .expectProblem(409, "duplicate");
            assertThat(refused.at("/errors/0/pointer")).isEqualTo("/phone");
            assertThat(found(taken)).as(taken).containsExactly(id);
        }
        for (String taken : List.of(
                "ke " + national, "KE" + national, "ke-" + national.substring(0, 4) + "/" + national.substring(4))) {
            Answer refused = clinic.admin()
                    .post("/patients", Json.object("firstName", "A", "lastName", "B", "nationalId", taken))
                    .expectProblem(409, "duplicate");
            assertThat(refused.at("/errors/0/pointer")).isEqualTo("/nationalId");
            assertThat(found(taken)).as(taken).containsExactly(id);
        }
    }

    /** From four letters on: three are within the names of too many. */
    @Test
    void byWhatStandsWithinTheWordsOfTheirNames() {
        String id = add("Rosemary", "O'" + word + "eno").at("/id");
        String other = add("Ann " + word, "Mary").at("/id");
        for (String said : List.of(word.substring(4) + "eno", word.substring(3).toUpperCase(Locale.ROOT), word)) {
            assertThat(found(said)).as(said).contains(id);
        }
        assertThat(found("mary " + word)).containsExactly(other, id);
        assertThat(found("osem " + word)).containsExactly(id);
        assertThat(found("mar " + word)).containsExactly(other);
        assertThat(found("smar " + word)).isEmpty();

        String account = clinic.admin()
                .post("/users", Json.object("username", "u" + digits(9), "role", "patient", "personId", id))
                .expect(201)
                .at("/id");
        assertThat(clinic.admin()
                        .get("/users?search=" + word)
                        .expect(200)
                        .json()
                        .at("/items")
                        .findValuesAsText("id"))
                .containsExactly(account);
    }

    @Test
    void listsSortAsPeopleSort() {
        List<String> ids = new ArrayList<>();
        for (String last : List.of("Adams", "de Souza", "Éluard", "Ng'ang'a", "Ngata", "Øster", "Zulu")) {
            ids.add(add("Pat-" + word, last).at("/id"));
        }
        List<String> seen = new ArrayList<>();
        Answer page = clinic.admin().get("/patients?limit=2&search=" + word).expect(200);
        seen.addAll(page.json().at("/items").findValuesAsText("id"));
        while (!page.at("/next").isEmpty()) {
            page = clinic.admin()
                    .get("/patients?limit=2&search=" + word + "&cursor=" + page.at("/next"))
                    .expect(200);
            seen.addAll(page.json().at("/items").findValuesAsText("id"));
        }
        assertThat(seen)
                .containsExactly(ids.get(0), ids.get(1), ids.get(2), ids.get(3), ids.get(4), ids.get(5), ids.get(6));
    }

    @Test
    void aProviderFindsTheirOwnPatientsByTheSameForm() {
        var provider = clinic.aProvider();
        assertThat(provider.api()
                        .get("/patients?search=" + word)
                        .expect(200)
                        .json()
                        .at("/items"))
                .isEmpty();
        var patient = clinic.aPatient();
        String last = patient.api().get("/patients/" + patient.id()).expect(200).at("/lastName");
        String search = URLEncoder.encode(last.toUpperCase(Locale.ROOT) + " pat", StandardCharsets.UTF_8);
        assertThat(patient.api()
                        .get("/patients?search=" + search)
                        .expect(200)
                        .json()
                        .at("/items")
                        .findValuesAsText("id"))
                .containsExactly(patient.id().toString());
    }

    @Test
    void accountsAreFoundByWhoseTheyAre() {
        List<String> ids = new ArrayList<>();
        for (String name : List.of("a", "b", "c")) {
            String person = add("Zoë", "Ng'ang'a" + word).at("/id");
            ids.add(clinic.admin()
                    .post("/users", Json.object("username", name + digits(9), "role", "patient", "personId", person))
                    .expect(201)
                    .at("/id"));
        }
        String search = "/users?search=" + URLEncoder.encode("nganga" + word + " zoe", StandardCharsets.UTF_8);
        Answer first = clinic.admin().get(search + "&limit=2").expect(200);
        Answer second = clinic.admin()
                .get(search + "&limit=2&cursor=" + first.at("/next"))
                .expect(200);

        assertThat(first.json().at("/items").findValuesAsText("id")).isEqualTo(ids.subList(0, 2));
        assertThat(second.json().at("/items").findValuesAsText("id")).isEqualTo(ids.subList(2, 3));
        for (String role : List.of("patient", "admin")) {
            assertThat(clinic.admin()
                            .get(search + "&limit=3&role=" + role)
                            .expect(200)
                            .json()
                            .at("/items")
                            .findValuesAsText("id"))
                    .isEqualTo(role.equals("patient") ? ids : List.of());
        }
    }
}
