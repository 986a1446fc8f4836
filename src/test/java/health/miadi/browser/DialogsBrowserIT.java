package health.miadi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import health.miadi.testing.Answer;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.Login;
import health.miadi.testing.TestPatient;
import health.miadi.testing.TestProvider;
import health.miadi.testing.browser.InBrowser;
import health.miadi.testing.browser.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each dialog fits each screen, one begins in it where one goes on, and Escape leads back to where one came from. */
@InBrowser
class DialogsBrowserIT {
    /** A small phone, a usual one, a small window, a tablet upright and lying, and a laptop, in CSS pixels. */
    private static final int[][] SCREENS = {{320, 568}, {390, 844}, {650, 900}, {768, 1024}, {1024, 768}, {1280, 800}};

    /** What makes a dialog in a source: each of its sorts. */
    private static final Pattern MADE =
            Pattern.compile("new (Modal|Editor)\\(|patientEditor\\(this|<dialog|createElement\\('dialog'\\)");

    /** The two sorts themselves, and a third that is made of one of them. */
    private static final List<String> SORTS = List.of("parts/modal.js", "parts/editor.js", "parts/patient-editor.js");

    private static final String SIGN_IN_AGAIN = "parts/sign-in-again.js";

    /** What is wrong with the open dialog: where the focus is, what is wider than its place, what cannot be reached or is covered. */
    private static final String FAULTS = """
            (hasJustOpened) => {
              const dialog = document.querySelector('dialog[open]');
              const article = dialog.querySelector('article');
              const faults = [];
              const name = (one) => one.outerHTML.slice(0, 100);
              const inside = ({ left, right, top, bottom }) => left >= 0 && top >= 0 && right <= innerWidth + 0.5 && bottom <= innerHeight + 0.5;
              const seen = [...dialog.querySelectorAll('button, input, select, textarea, a[href], summary')]
                .filter((one) => one.checkVisibility() && !one.closest('.unseen'));
              const fields = seen.filter((one) => one.matches('input, select, textarea') && !one.disabled);
              const focus = document.activeElement;
              const first = fields.find((one) => one.type === 'password') ?? fields[0];
              if (first ? focus !== first : !dialog.contains(focus) || focus.matches('.close, .danger')) {
                faults.push('the focus is on ' + name(focus));
              }
              const { left, right, top } = focus.getBoundingClientRect();
              if (hasJustOpened && !inside({ left, right, top, bottom: top + 24 })) { // of a large field, where one types
                faults.push('what has the focus is out of sight: ' + name(focus));
              }
              for (const one of [document.documentElement, dialog, article]) {
                if (one.scrollWidth > one.clientWidth) {
                  faults.push(`${one.localName} is ${one.scrollWidth - one.clientWidth} pixels too wide`);
                }
              }
              if (!inside(article.getBoundingClientRect())) {
                faults.push('the dialog reaches out of the window');
              }
              for (const one of seen) {
                one.scrollIntoView({ block: 'nearest' });
                const box = one.getBoundingClientRect();
                const hit = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
                if (!inside(box)) {
                  faults.push('out of reach: ' + name(one));
                } else if (!one.disabled && !one.contains(hit) && !hit?.closest('label')?.contains(one)) { // what is off is hit by nobody
                  faults.push(`covered: ${name(one)} by ${hit && name(hit)}`);
                }
              }
              return faults;
            }
            """;

    private final Clinic clinic = Clinic.ofTheSuite();
    private final TestVisits visits = new TestVisits(clinic);

    @Test
    void theListKnowsEveryDialog() throws IOException {
        Path assets = Path.of(System.getProperty("basedir", ""), "src/main/webapp/assets");
        Map<String, Long> made = new TreeMap<>();
        try (Stream<Path> files = Files.walk(assets)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".js")).toList()) {
                String path = assets.relativize(file).toString().replace('\\', '/');
                long count = MADE.matcher(Files.readString(file)).results().count();
                if (count > 0 && !SORTS.contains(path)) {
                    made.put(path, count);
                }
            }
        }
        Map<String, Long> known = new TreeMap<>(Map.of(SIGN_IN_AGAIN, 1L));
        Arrays.stream(Dialogs.values()).forEach(one -> known.merge(one.file, 1L, Long::sum));
        assertThat(known.keySet()).isEqualTo(made.keySet());
        made.forEach((file, count) -> assertThat(known.get(file)).as(file).isGreaterThanOrEqualTo(count));
    }

    @ParameterizedTest
    @ValueSource(strings = {"patient", "provider", "admin"})
    void eachFitsAndLeadsBack(String role, Screen screen) {
        TestProvider provider = clinic.aProvider().workingDaily("00:00", "24:00");
        TestPatient patient = withALongName(clinic.aPatient());
        Map<String, String> places = places(role, provider, patient);
        screen.signIn(
                switch (role) {
                    case "patient" -> clinic.accounts().login(patient.id());
                    case "provider" -> clinic.accounts().login(provider.id());
                    default -> clinic.accounts().adminLogin();
                });
        List<String> faults = new ArrayList<>();
        for (Dialogs one : Dialogs.values()) {
            if (one.role.equals(role)) {
                String path = one.path;
                for (Map.Entry<String, String> place : places.entrySet()) {
                    path = path.replace("{" + place.getKey() + "}", place.getValue());
                }
                screen.open(path).settle();
                look(screen, one).forEach(fault -> faults.add(one + " " + fault));
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void thePasswordIsAskedForUntilItIsGivenOrOneLeaves(Screen screen) {
        TestProvider provider = clinic.aProvider();
        Login login = clinic.accounts().login(provider.id());
        screen.signIn(login).open("/app/hours").settle();
        clinic.endSessions(login);
        screen.expectAnswer(401, "/availability").expectAnswer(401, "/auth/refresh");
        screen.button("Add hours").click();
        screen.field("From").fill("09:00");
        screen.field("To").fill("10:00");
        screen.button("Save").click();

        Locator heading = screen.heading("Sign in again");
        assertThat(heading).isVisible();
        assertThat(faults(screen, "m-sign-in-again dialog")).isEmpty();
        for (int i = 0; i < 2; i++) { // a browser heeds no page at the second
            screen.page().keyboard().press("Escape");
            assertThat(heading).isVisible();
            assertThat(screen.page().locator("#again-password")).isFocused();
        }
        screen.page().locator("#again-password").fill(login.password());
        screen.button("Sign in").click();
        assertThat(screen.page().locator("dialog[open]")).hasCount(0);
        assertThat(screen.page().locator(".week-list")).containsText("09:00–10:00");
    }

    /** Opens it on the smallest screen, which becomes larger then. */
    private static List<String> look(Screen screen, Dialogs one) {
        screen.page().setViewportSize(SCREENS[0][0], SCREENS[0][1]);
        Locator opener = one.opener.apply(screen);
        opener.click();
        Locator open = screen.page().locator("dialog[open]");
        assertThat(open.locator("h2").first()).isVisible();
        screen.settle();
        List<String> faults = faults(screen, "dialog[open]");
        screen.page().keyboard().press("Escape");
        assertThat(open).hasCount(0);
        if (Boolean.FALSE.equals(opener.evaluate("opener => opener === document.activeElement"))) {
            faults.add("does not give the focus back");
        }
        return faults;
    }

    private static List<String> faults(Screen screen, String dialog) {
        List<String> faults = new ArrayList<>();
        for (int[] size : SCREENS) {
            screen.page().setViewportSize(size[0], size[1]);
            boolean hasJustOpened = size == SCREENS[0];
            for (Object fault :
                    (List<?>) screen.page().evaluate(FAULTS.replace("dialog[open]", dialog), hasJustOpened)) {
                faults.add("at " + size[0] + ": " + fault);
            }
        }
        return faults;
    }

    /** What stands in the place of each name in a path. */
    private Map<String, String> places(String role, TestProvider provider, TestPatient patient) {
        Answer past = visits.booked(patient, provider, TestVisits.hoursFromNow(-2), "A cough");
        String path = TestVisits.path(past);
        clinic.admin()
                .ifMatch(past.etag())
                .post(path + "/complete", Json.object())
                .expect(200);
        TestVisits.recorded(provider, past, Json.object("diagnosis", "A cold"));
        Answer begun = visits.booked(patient, provider, TestVisits.hoursFromNow(-1), "A cough");
        Answer coming = visits.booked(patient, provider, TestVisits.hoursFromNow(72), "The cough again");
        Map<String, String> places = new LinkedHashMap<>();
        places.put("past", past.at("/id"));
        places.put("begun", begun.at("/id"));
        places.put("coming", coming.at("/id"));
        places.put("patient", patient.id().toString());
        if (role.equals("provider")) {
            places.put("absence", absenceOn(coming.at("/start").substring(0, 10), provider));
        }
        places.put("account", clinic.accounts().login(provider.id()).username());
        places.put("guarded", withASecondFactor());
        places.put("asked", withASecondFactor());
        clinic.database()
                .update(
                        "INSERT INTO factor_removals (user_id, asked_by, reason, asked_at, expires_at)"
                                + " SELECT id, id, 'came to the desk', now(), now() + interval '1 day'"
                                + " FROM users WHERE username = ?",
                        places.get("asked"));
        clinic.database()
                .update(
                        "INSERT INTO passkeys (id, user_id, name, credential_id, public_key, rp_id, aaguid, sign_count,"
                                + " backup_eligible, backed_up, created_at) SELECT gen_random_uuid(), id, 'Telephone',"
                                + " decode(replace(id::text, '-', ''), 'hex'), 'key', 'clinic.example.org',"
                                + " gen_random_uuid(), 0, true, true, now() FROM users WHERE person_id = ?",
                        patient.id());
        return places;
    }

    /** The name of an account of which the list says so. */
    private String withASecondFactor() {
        String username = clinic.accounts().login(clinic.aProvider().id()).username();
        clinic.database().update("UPDATE users SET has_second_factor = true WHERE username = ?", username);
        return username;
    }

    private static String absenceOn(String day, TestProvider provider) {
        return provider.api()
                .post(
                        "/providers/" + provider.id() + "/exceptions",
                        Json.object("kind", "absent", "startDate", day, "endDate", day))
                .expect(201)
                .at("/id");
    }

    /** Names are as long as people have them, also in the title of a dialog. */
    private TestPatient withALongName(TestPatient one) {
        String path = "/patients/" + one.id();
        Answer before = clinic.admin().get(path).expect(200);
        clinic.admin()
                .ifMatch(before.etag())
                .put(
                        path,
                        Json.object(
                                "firstName",
                                "W".repeat(120),
                                "lastName",
                                before.at("/lastName"),
                                "email",
                                before.at("/email")))
                .expect(200);
        return one;
    }
}
