package health.miadi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import health.miadi.client.api.AccountsApi;
import health.miadi.client.api.AppointmentsApi;
import health.miadi.client.api.HoldsApi;
import health.miadi.client.api.MedicalRecordsApi;
import health.miadi.client.api.ProvidersApi;
import health.miadi.client.api.SlotsApi;
import health.miadi.client.model.AppointmentRequest;
import health.miadi.client.model.AppointmentResponse;
import health.miadi.client.model.AppointmentStatus;
import health.miadi.client.model.HoldRequest;
import health.miadi.client.model.HoldResponse;
import health.miadi.client.model.LoginRequest;
import health.miadi.client.model.Problem;
import health.miadi.client.model.ProviderResponse;
import health.miadi.client.model.ReasonRequest;
import health.miadi.client.model.RecordRequest;
import health.miadi.client.model.RecordResponse;
import health.miadi.client.model.RecordVersionResponse;
import health.miadi.client.model.RegistrationRequest;
import health.miadi.client.model.RemovalRequest;
import health.miadi.client.model.RescheduleRequest;
import health.miadi.client.model.SlotPage;
import health.miadi.client.model.SlotResponse;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.SuiteServer;
import health.miadi.testing.TestProvider;
import java.io.File;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A client that openapi-generator made from the document works without hand edits. */
class GeneratedClientIT {

    private static final String PASSWORD = "nine green mangoes at noon 7";

    private final TestProvider provider = Clinic.ofTheSuite().aProvider().workingMondays("09:00", "12:00");

    @Test
    void aPatientRegistersSignsInFindsATimeHoldsBooksMovesAndCancelsIt() throws Exception {
        ApiClient patient = somebodyWhoHasSignedIn();
        SlotResponse slot = freeSlots(patient).get(0);
        HoldResponse hold = new HoldsApi(patient)
                .holdTime(
                        new HoldRequest()
                                .providerId(slot.getProviderId())
                                .start(slot.getStart())
                                .durationMinutes(30),
                        null);

        ApiResponse<AppointmentResponse> booked = new AppointmentsApi(patient)
                .bookAppointmentWithHttpInfo(
                        at(slot).holdId(hold.getId()), UUID.randomUUID().toString());

        assertThat(booked.getStatusCode()).isEqualTo(201);
        assertThat(booked.getData().getStart()).isEqualTo(slot.getStart());
        assertThat(booked.getData().getEnd()).isEqualTo(slot.getEnd());
        assertThat(booked.getData().getStatus()).isEqualTo(AppointmentStatus.SCHEDULED);
        assertThat(freeSlots(patient)).extracting(SlotResponse::getStart).doesNotContain(slot.getStart());

        File calendar = new AppointmentsApi(patient)
                .getAppointmentCalendar(booked.getData().getId(), null, null);
        assertThat(calendar).content().contains("UID:" + booked.getData().getId());

        OffsetDateTime later = freeSlots(patient).get(3).getStart();
        ApiResponse<AppointmentResponse> moved = new AppointmentsApi(patient)
                .rescheduleAppointmentWithHttpInfo(
                        booked.getData().getId(), etag(booked), new RescheduleRequest().start(later));
        assertThat(moved.getData().getStart()).isEqualTo(later);

        AppointmentResponse cancelled = new AppointmentsApi(patient)
                .cancelAppointment(booked.getData().getId(), etag(moved), new ReasonRequest().reason("Feeling better"));

        assertThat(cancelled.getStatus()).isEqualTo(AppointmentStatus.CANCELLED);
        assertThat(freeSlots(patient)).extracting(SlotResponse::getStart).contains(slot.getStart());
    }

    @Test
    void aTakenTimeIsAProblemThatSaysWhatIsFreeNext() throws Exception {
        ApiClient first = somebodyWhoHasSignedIn();
        ApiClient second = somebodyWhoHasSignedIn();
        SlotResponse slot = freeSlots(first).get(0);
        new AppointmentsApi(first).bookAppointment(at(slot), null);

        ApiException refused = catchThrowableOfType(
                ApiException.class, () -> new AppointmentsApi(second).bookAppointment(at(slot), null));

        assertThat(refused.getCode()).isEqualTo(409);
        Problem problem = ApiClient.createDefaultObjectMapper().readValue(refused.getResponseBody(), Problem.class);
        assertThat(problem.getType()).isEqualTo("/problems/slot-taken");
        assertThat(problem.getNextStarts()).isNotEmpty().doesNotContain(slot.getStart());
        assertThat(new AppointmentsApi(second)
                        .bookAppointment(at(slot).start(problem.getNextStarts().get(0)), null))
                .isNotNull();
    }

    @Test
    void aProviderWritesAmendsFindsAndRemovesARecord() throws Exception {
        Clinic clinic = Clinic.ofTheSuite();
        Instant begun = Clock.systemUTC().instant().truncatedTo(ChronoUnit.HOURS);
        UUID attending = clinic.aProviderWithoutAccount("UTC");
        UUID visit = UUID.fromString(clinic.admin()
                .post(
                        "/appointments",
                        Json.object(
                                "providerId",
                                attending,
                                "patientId",
                                clinic.aPatient().id(),
                                "start",
                                begun,
                                "override",
                                Json.object("reason", "an emergency")))
                .expect(201)
                .at("/id"));
        String token = clinic.accounts().open("provider", attending);
        var records = new MedicalRecordsApi(
                client().setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token)));

        ApiResponse<RecordResponse> written =
                records.writeAppointmentRecordWithHttpInfo(visit, new RecordRequest().diagnosis("Otitis media"), null);
        assertThat(written.getStatusCode()).isEqualTo(201);
        ApiResponse<RecordResponse> amended = records.writeAppointmentRecordWithHttpInfo(
                visit, new RecordRequest().diagnosis("Otitis externa").notes("Left ear"), etag(written));
        assertThat(amended.getStatusCode()).isEqualTo(200);

        RecordResponse found = records.listRecords(null, "externa", null, null, null, null)
                .getItems()
                .get(0);
        assertThat(found.getNotes()).isEqualTo("Left ear");
        assertThat(found.getTreatment()).isNull();
        assertThat(records.listRecordVersions(found.getId(), null, null).getItems())
                .extracting(RecordVersionResponse::getDiagnosis)
                .containsExactly("Otitis media", "Otitis externa");
        records.removeAppointmentRecord(visit, etag(amended), new RemovalRequest().reason("Another patient's"));
        assertThat(records.listRecords(null, null, null, null, null, null).getItems())
                .isEmpty();
    }

    private static String etag(ApiResponse<?> answer) {
        return answer.getHeaders().get("etag").get(0);
    }

    @Test
    void whatIsNullInAnAnswerIsNullInTheClient() throws Exception {
        ProviderResponse found = new ProvidersApi(somebodyWhoHasSignedIn()).getProvider(provider.id(), null);

        assertThat(found.getTimeZone()).isEqualTo("UTC");
        assertThat(found.getPhone()).isNull();
        assertThat(found.getGender()).isNull();
    }

    private List<SlotResponse> freeSlots(ApiClient client) throws ApiException {
        OffsetDateTime from = provider.mondayAt("00:00").atOffset(ZoneOffset.UTC);
        List<SlotResponse> found = new ArrayList<>();
        String cursor = null;
        do {
            SlotPage page = new SlotsApi(client)
                    .findSlots(
                            from,
                            from.plus(Duration.ofDays(1)),
                            List.of(provider.id()),
                            null,
                            null,
                            null,
                            30,
                            null,
                            null,
                            5,
                            cursor);
            found.addAll(page.getItems());
            cursor = page.getNext();
        } while (cursor != null);
        return found;
    }

    private AppointmentRequest at(SlotResponse slot) {
        return new AppointmentRequest().providerId(slot.getProviderId()).start(slot.getStart());
    }

    private static ApiClient somebodyWhoHasSignedIn() throws ApiException {
        String email = "client-" + Clinic.unique() + "@example.org";
        new AccountsApi(client())
                .register(new RegistrationRequest()
                        .email(email)
                        .password(PASSWORD)
                        .firstName("Gene")
                        .lastName("Rated")
                        .dateOfBirth("1990-05-17"));
        String token = new AccountsApi(client())
                .login(new LoginRequest().username(email).password(PASSWORD))
                .getAccessToken();
        return client().setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
    }

    private static ApiClient client() {
        var client = new ApiClient();
        client.updateBaseUri(SuiteServer.get().address().toString());
        return client;
    }
}
