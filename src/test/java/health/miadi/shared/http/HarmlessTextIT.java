package health.miadi.shared.http;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.testing.Answer;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text is text: it is stored and given back as it came, whatever another program would make of it. */
class HarmlessTextIT {

    private final Clinic clinic = Clinic.ofTheSuite();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'; DROP TABLE persons; --",
                "<script>alert(1)</script>",
                "100% _sure_ \\ \"quoted\"",
                "${jndi:ldap://localhost/x}",
                "Ọlá Nguyễn 李小龍 😀",
                "O’Brien-Ní Mhaoláin"
            })
    void aNameComesBackAsItWasGiven(String text) {
        String name = text + " " + Clinic.unique();

        Answer created = clinic.admin()
                .post(
                        "/providers",
                        Json.object("firstName", "Pro", "lastName", name, "cadre", "nurse", "timeZone", "UTC"))
                .expect(201);

        assertThat(created.at("/lastName")).isEqualTo(name);
        assertThat(clinic.admin().get("/providers/" + created.at("/id")).at("/lastName"))
                .isEqualTo(name);
        assertThat(clinic.admin()
                        .get("/providers?search=" + URLEncoder.encode(name, StandardCharsets.UTF_8))
                        .expect(200)
                        .at("/items/0/id"))
                .isEqualTo(created.at("/id"));
    }
}
