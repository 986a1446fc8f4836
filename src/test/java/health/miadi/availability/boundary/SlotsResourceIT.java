package health.miadi.availability.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import health.miadi.testing.Answer;
import health.miadi.testing.Api;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.TestPatient;
import health.miadi.testing.TestProvider;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlotsResourceIT {

    private final Clinic clinic = Clinic.ofTheSuite();
    private final TestProvider provider = clinic.aProviderIn("America/New_York").workingMondays("09:00", "11:00");
    private final TestPatient patient = clinic.aPatient();

    private String monday(TestProvider of) {
        return "/slots?from=" + of.mondayAt("00:00") + "&to="
                + of.mondayAt("00:00").plus(Duration.ofDays(1));
    }

    private String mondayOf(TestProvider of) {
        return monday(of) + "&providerId=" + of.id();
    }

    private static List<String> times(Answer answer, TestProvider of) {
        var times = new ArrayList<String>();
        answer.json()
                .get("items")
                .forEach(item -> times.add(Instant.parse(item.get("start").asText())
                        .atZone(ZoneId.of(of.zone()))
                        .toLocalTime()
                        .toString()));
        return times;
    }

    private void book(TestProvider of, String from, String to, String status, String type) {
        clinic.database()
                .update(
                        """
                        INSERT INTO appointments (id, provider_id, patient_id, appointment_type_id, start_at, end_at,
                            blocked_from, blocked_until, time_zone, status, last_change, changed_by_role, created_at,
                            updated_at)
                        VALUES (gen_random_uuid(), ?, ?, CAST(? AS uuid), ?, ?, ?, ?, 'UTC', ?, 'booked', 'system',
                            now(), now())
                        """,
                        of.id(),
                        patient.id(),
                        type.isEmpty() ? null : type,
                        of.mondayAt(from).atOffset(ZoneOffset.UTC),
                        of.mondayAt(to).atOffset(ZoneOffset.UTC),
                        of.mondayAt(from).atOffset(ZoneOffset.UTC),
                        of.mondayAt(to).atOffset(ZoneOffset.UTC),
                        status);
    }

    private String type(Object... more) {
        var request = Json.object("name", "Type " + Clinic.unique(), "durationMinutes", 30);
        request.setAll(Json.object(more));
        return clinic.admin().post("/appointment-types", request).expect(201).at("/id");
    }

    @Nested
    @DisplayName("R-AVAIL-2, R-AVAIL-5: what is offered")
    class Offered {

        @Test
        void halfAnHourEveryQuarterWithoutAnyWish() {
            Answer answer = patient.api().get(mondayOf(provider)).expect(200);
            assertThat(times(answer, provider))
                    .containsExactly("09:00", "09:15", "09:30", "09:45", "10:00", "10:15", "10:30");
            JsonNode first = answer.json().at("/items/0");
            assertThat(Instant.parse(first.get("start").asText())).isEqualTo(provider.mondayAt("09:00"));
            assertThat(Instant.parse(first.get("end").asText())).isEqualTo(provider.mondayAt("09:30"));
            assertThat(first.get("providerId").asText()).isEqualTo(provider.id().toString());
            assertThat(answer.json().get("next").isNull()).isTrue();
        }

        @Test
        void nothingThatAnActiveAppointmentBlocksAndAllThatOthersLeave() {
            book(provider, "09:00", "09:30", "scheduled", "");
            book(provider, "10:00", "10:30", "checked_in", "");
            book(provider, "10:30", "11:00", "cancelled", "");
            assertThat(times(patient.api().get(mondayOf(provider)).expect(200), provider))
                    .containsExactly("09:30", "10:30");
        }

        @Test
        void absencesAndExtraHours() {
            String path = "/providers/" + provider.id() + "/exceptions";
            provider.api()
                    .post(
                            path,
                            Json.object(
                                    "kind", "absent",
                                    "startDate", provider.monday(),
                                    "endDate", provider.monday(),
                                    "startTime", "09:00",
                                    "endTime", "10:10"))
                    .expect(201);
            provider.api()
                    .post(
                            path,
                            Json.object(
                                    "kind", "extra",
                                    "startDate", provider.monday(),
                                    "endDate", provider.monday(),
                                    "startTime", "23:30",
                                    "endTime", "24:00"))
                    .expect(201);
            assertThat(times(patient.api().get(mondayOf(provider)).expect(200), provider))
                    .containsExactly("10:15", "10:30", "23:30");
        }

        @Test
        void onTheTermsOfTheType() {
            String type = type(
                    "durationMinutes",
                    40,
                    "slotIntervalMinutes",
                    20,
                    "bufferBeforeMinutes",
                    20,
                    "bufferAfterMinutes",
                    10);
            assertThat(times(
                            patient.api()
                                    .get(mondayOf(provider) + "&appointmentTypeId=" + type)
                                    .expect(200),
                            provider))
                    .containsExactly("09:20", "09:40", "10:00");
            patient.api()
                    .get(mondayOf(provider) + "&appointmentTypeId=" + type + "&durationMinutes=60")
                    .expectProblem(400, "validation");
        }

        @Test
        void nothingOnADayThatIsFull() {
            String type = type("maxPerDay", 1);
            String query = mondayOf(provider) + "&appointmentTypeId=" + type;
            book(provider, "09:00", "09:30", "cancelled", type);
            assertThat(times(patient.api().get(query).expect(200), provider)).hasSize(7);
            book(provider, "09:00", "09:30", "scheduled", type);
            assertThat(times(patient.api().get(query).expect(200), provider)).isEmpty();
            assertThat(times(patient.api().get(mondayOf(provider)).expect(200), provider))
                    .hasSize(5);
        }

        @Test
        void aTypeForStaffOnlyToStaffOnly() {
            String query = mondayOf(provider) + "&appointmentTypeId=" + type("patientsMayBook", false);
            assertThat(times(patient.api().get(query).expect(200), provider)).isEmpty();
            assertThat(times(provider.api().get(query).expect(200), provider)).hasSize(7);
        }

        @Test
        void nothingInThePastOrBeyondTheHorizon() {
            Instant past = provider.mondayAt("00:00").minus(Duration.ofDays(60));
            Instant far = provider.mondayAt("00:00").plus(Duration.ofDays(400));
            for (Instant from : List.of(past, far)) {
                Answer answer = patient.api()
                        .get("/slots?providerId=" + provider.id() + "&from=" + from + "&to="
                                + from.plus(Duration.ofDays(30)))
                        .expect(200);
                assertThat(times(answer, provider)).isEmpty();
            }
        }

        @Test
        @DisplayName("R-BOOK-5: nothing of a provider who is not active")
        void nothingOfAnInactiveProvider() {
            clinic.database().update("UPDATE providers SET active = false WHERE id = ?", provider.id());
            assertThat(times(patient.api().get(mondayOf(provider)).expect(200), provider))
                    .isEmpty();
        }
    }

    @Nested
    @DisplayName("R-AVAIL-7: many providers, pages")
    class Many {

        @Test
        void slotsOfSeveralComeByStartAndThenByProviderPageByPage() {
            TestProvider other = clinic.aProviderIn("America/New_York").workingMondays("09:30", "10:30");
            Api api = patient.api();
            String query = mondayOf(provider) + "&providerId=" + other.id() + "&providerId=" + other.id();
            var whole = new ArrayList<JsonNode>();
            api.get(query).expect(200).json().get("items").forEach(whole::add);
            assertThat(whole).hasSize(10);
            assertThat(whole).isSortedAccordingTo((a, b) -> (a.get("start").asText()
                            + a.get("providerId").asText())
                    .compareTo(b.get("start").asText() + b.get("providerId").asText()));
            var paged = new ArrayList<JsonNode>();
            Answer page = api.get(query + "&limit=3").expect(200);
            page.json().get("items").forEach(paged::add);
            while (!page.json().get("next").isNull()) {
                page = api.get(query + "&limit=3&cursor=" + page.at("/next")).expect(200);
                page.json().get("items").forEach(paged::add);
            }
            assertThat(paged).isEqualTo(whole);
        }

        @Test
        void theFirstOfASpecializationAreFound() {
            String specialization = clinic.admin()
                    .get("/providers/" + provider.id())
                    .expect(200)
                    .at("/specialization");
            Answer answer = patient.api()
                    .get(monday(provider) + "&specialization=" + specialization.toUpperCase(Locale.ROOT)
                            + "&cadre=doctor&limit=1")
                    .expect(200);
            assertThat(times(answer, provider)).containsExactly("09:00");
            assertThat(times(
                            patient.api()
                                    .get(monday(provider) + "&cadre=nurse&specialization=" + specialization)
                                    .expect(200),
                            provider))
                    .isEmpty();
        }
    }

    @Nested
    class Refused {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/slots",
                    "/slots?from=2030-01-01T00:00:00Z",
                    "/slots?from=2030-01-01T00:00:00&to=2030-01-02T00:00:00",
                    "/slots?from=2030-01-02T00:00:00Z&to=2030-01-01T00:00:00Z",
                    "/slots?from=2030-01-01T00:00:00Z&to=2030-01-01T00:00:00Z",
                    "/slots?from=2030-01-01T00:00:00Z&to=2030-04-03T00:00:01Z",
                    "/slots?from=0000-01-01T00:00:00Z&to=0000-01-02T00:00:00Z",
                    "/slots?from=9999-12-30T00:00:00Z&to=9999-12-31T00:00:00Z",
                    "/slots?from=2030-01-01T23:59:60Z&to=2030-01-03T00:00:00Z",
                    "/slots?from=2030-01-01T00:00:00Z&to=2030-01-02T00:00:00Z&durationMinutes=14",
                    "/slots?from=2030-01-01T00:00:00Z&to=2030-01-02T00:00:00Z&durationMinutes=121",
                    "/slots?from=2030-01-01T00:00:00Z&to=2030-01-02T00:00:00Z&durationMinutes=x",
                    "/slots?from=2030-01-01T00:00:00Z&to=2030-01-02T00:00:00Z&providerId=1",
                    "/slots?from=2030-01-01T00:00:00Z&to=2030-01-02T00:00:00Z&limit=0",
                    "/slots?from=2030-01-01T00:00:00Z&to=2030-01-02T00:00:00Z&limit=201",
                    "/slots?from=2030-01-01T00:00:00Z&to=2030-01-02T00:00:00Z&cursor=nonsense",
                    "/slots?from=2030-01-01T00:00:00Z&to=2030-01-02T00:00:00Z&provider=x"
                })
        void whatCannotBeAnswered(String query) {
            patient.api().wrongOnPurpose().get(query).expectProblem(400, "validation");
        }

        @Test
        void aProviderOrATypeThatDoesNotExist() {
            patient.api()
                    .get(mondayOf(provider) + "&providerId=" + UUID.randomUUID())
                    .expectProblem(404, "not-found");
            patient.api()
                    .get(mondayOf(provider) + "&appointmentTypeId=" + UUID.randomUUID())
                    .expectProblem(404, "not-found");
        }

        /** M14, R-AUTH-12: all providers cost much, few cost little. */
        @Test
        void manyProvidersAgainAndAgain() {
            clinic.useUp("SLOTS", Duration.ofMinutes(1), patient.api());
            Answer refused = patient.api().get(monday(provider)).expectProblem(429, "rate-limited");
            assertThat(refused.at("/rule")).isEqualTo("R-AUTH-12");
            assertThat(Long.parseLong(refused.header("Retry-After").orElse(""))).isBetween(1L, 60L);
            StringBuilder many = new StringBuilder(mondayOf(provider));
            for (int i = 0; i < 10; i++) {
                many.append("&providerId=").append(UUID.randomUUID());
            }
            patient.api().get(many.toString()).expectProblem(429, "rate-limited");
            patient.api().get(mondayOf(provider)).expect(200);
            clinic.aPatient().api().get(monday(provider)).expect(200);
        }

        @Test
        void moreThanAHundredProviders() {
            StringBuilder query = new StringBuilder(monday(provider));
            query.append(("&providerId=" + provider.id()).repeat(101));
            patient.api().wrongOnPurpose().get(query.toString()).expectProblem(400, "validation");
        }

        @Test
        void aThousandProviders() {
            String query = monday(provider) + ("&providerId=" + provider.id()).repeat(1_000);
            Answer refused = patient.api().outsideTheContract().get(query);
            assertThat(refused.status()).isIn(400, 414, 431);
            assertThat(refused.header("Content-Type").orElse("")).startsWith("application/problem+json");
        }

        @Test
        void somebodyWhoHasNotSignedIn() {
            clinic.anonymous().get(mondayOf(provider)).expectProblem(401, "unauthenticated");
        }
    }
}
