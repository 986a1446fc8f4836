package health.miadi.appointment.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.testing.Answer;
import health.miadi.testing.Api;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.TestPatient;
import health.miadi.testing.TestProvider;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of appointments: who sees which, in what order, and how they are narrowed (R-AUTH-8). */
class AppointmentListIT {

    private static final Instant FIRST = Desk.hoursFromNow(48);
    private static final Instant SECOND = Desk.hoursFromNow(49);
    private static final Instant THIRD = Desk.hoursFromNow(50);

    private final Clinic clinic = Clinic.ofTheSuite();
    private final Desk desk = new Desk(clinic);
    private final TestProvider provider = clinic.aProvider();
    private final TestProvider another = clinic.aProvider();
    private final TestPatient patient = clinic.aPatient();
    private final TestPatient neighbour = clinic.aPatient();
    private final Answer third = desk.booked(patient, provider, THIRD);
    private final Answer first = desk.booked(patient, provider, FIRST);
    private final Answer second = desk.booked(neighbour, provider, SECOND);
    private final Answer elsewhere = desk.booked(patient, another, SECOND);

    private static List<String> ids(Answer... appointments) {
        return List.of(appointments).stream()
                .map(appointment -> appointment.at("/id"))
                .toList();
    }

    private static List<String> list(Api api, String query) {
        return api.get("/appointments" + (query.isEmpty() ? "" : "?" + query))
                .expect(200)
                .json()
                .at("/items")
                .findValuesAsText("id");
    }

    private String ofProvider(String more) {
        return "providerId=" + provider.id() + more;
    }

    @Test
    void aPatientSeesTheirOwn() {
        assertThat(list(patient.api(), "")).containsExactlyElementsOf(ids(first, elsewhere, third));
        assertThat(list(neighbour.api(), "")).containsExactlyElementsOf(ids(second));
        assertThat(list(patient.api(), "patientId=" + patient.id())).hasSize(3);
        assertThat(list(patient.api(), "patientId=" + neighbour.id())).isEmpty();
        assertThat(list(patient.api(), ofProvider(""))).containsExactlyElementsOf(ids(first, third));
    }

    @Test
    void aProviderSeesTheirCalendar() {
        assertThat(list(provider.api(), "")).containsExactlyElementsOf(ids(first, second, third));
        assertThat(list(another.api(), "")).containsExactlyElementsOf(ids(elsewhere));
        assertThat(list(provider.api(), "patientId=" + neighbour.id())).containsExactlyElementsOf(ids(second));
        assertThat(list(provider.api(), "providerId=" + another.id())).isEmpty();
    }

    @Test
    void anAdminSeesAll() {
        assertThat(list(clinic.admin(), ofProvider(""))).containsExactlyElementsOf(ids(first, second, third));
        assertThat(list(clinic.admin(), "patientId=" + patient.id()))
                .containsExactlyElementsOf(ids(first, elsewhere, third));
        assertThat(list(clinic.admin(), ofProvider("&patientId=" + neighbour.id())))
                .containsExactlyElementsOf(ids(second));
    }

    @Test
    void nobodySeesAnyWithoutSigningIn() {
        clinic.anonymous().get("/appointments").expectProblem(401, "unauthenticated");
    }

    @Test
    void timesAreFromTheFirstUpToAndWithoutTheLast() {
        assertThat(list(clinic.admin(), ofProvider("&from=" + SECOND))).containsExactlyElementsOf(ids(second, third));
        assertThat(list(clinic.admin(), ofProvider("&to=" + SECOND))).containsExactlyElementsOf(ids(first));
        assertThat(list(clinic.admin(), ofProvider("&from=" + SECOND + "&to=" + THIRD)))
                .containsExactlyElementsOf(ids(second));
    }

    @Test
    void theStatusNarrowsTheList() {
        Desk.act(patient.api(), first, "cancel").expect(200);
        assertThat(list(clinic.admin(), ofProvider("&status=cancelled"))).containsExactlyElementsOf(ids(first));
        assertThat(list(clinic.admin(), ofProvider("&status=scheduled"))).containsExactlyElementsOf(ids(second, third));
        assertThat(list(clinic.admin(), ofProvider("&status=no_show"))).isEmpty();
    }

    @Test
    void theLatestComeFirstWhenAskedFor() {
        assertThat(list(clinic.admin(), ofProvider("&order=asc"))).containsExactlyElementsOf(ids(first, second, third));
        assertThat(list(clinic.admin(), ofProvider("&order=desc")))
                .containsExactlyElementsOf(ids(third, second, first));
    }

    @ParameterizedTest
    @ValueSource(strings = {"asc", "desc"})
    void pagesFollowEachOtherWithoutGapWhileRowsComeAndGo(String order) {
        // appointments of several providers may start at the same instant
        desk.booked(patient, clinic.aProvider(), Desk.hoursFromNow(51));
        List<String> all = new ArrayList<>(list(patient.api(), "order=" + order));
        List<String> seen = new ArrayList<>();
        String path = "/appointments?limit=1&order=" + order;
        Answer page = patient.api().get(path).expect(200);
        seen.addAll(page.json().at("/items").findValuesAsText("id"));
        desk.booked(patient, clinic.aProvider(), Desk.hoursFromNow(order.equals("asc") ? 24 : 96));
        clinic.database().update("DELETE FROM appointments WHERE id = CAST(? AS uuid)", seen.get(0));
        while (!page.at("/next").isEmpty()) {
            page = patient.api().get(path + "&cursor=" + page.at("/next")).expect(200);
            seen.addAll(page.json().at("/items").findValuesAsText("id"));
        }
        assertThat(seen).isEqualTo(all);
        List<String> sorted = new ArrayList<>(list(patient.api(), "order=asc"));
        Collections.reverse(sorted);
        assertThat(list(patient.api(), "order=desc")).isEqualTo(sorted);
    }

    @Test
    void itemsTellWhereTheyWereMovedFrom() {
        Answer moved = Desk.act(
                        provider.api(), second, "reschedule", Desk.anyway(Json.object("start", Desk.hoursFromNow(52))))
                .expect(200);
        Answer list = neighbour.api().get("/appointments").expect(200);
        assertThat(list.json().at("/items/0")).isEqualTo(moved.json());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=2030-01-01",
                "from=2030-01-01T00:00:00",
                "from=2030-02-30T00:00:00Z",
                "from=2030-01-01T00:00:00Z&to=2030-01-01T00:00:00Z",
                "from=2030-01-02T00:00:00Z&to=2030-01-01T00:00:00Z",
                "to=10000-01-01T00:00:00Z",
                "status=SCHEDULED",
                "status=rescheduled",
                "providerId=7",
                "patientId=nobody",
                "order=up",
                "limit=0",
                "cursor=bm90aGluZw",
                "cursor=WyJhIiwiYiJd",
                "stats=scheduled"
            })
    void aWrongParameterIsRefused(String query) {
        clinic.admin().wrongOnPurpose().get("/appointments?" + query).expectProblem(400, "validation");
    }

    @Test
    void whoeverHasAnAppointmentAlreadyIsNotSentItAgain() {
        assertThat(patient.api()
                        .with("If-None-Match", first.etag())
                        .get(Desk.path(first))
                        .expect(304)
                        .text())
                .isEmpty();
        Desk.act(patient.api(), first, "cancel").expect(200);
        patient.api().with("If-None-Match", first.etag()).get(Desk.path(first)).expect(200);
    }
}
