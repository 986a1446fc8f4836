package health.miadi.appointment.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.miadi.testing.Answer;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.TestPatient;
import health.miadi.testing.TestProvider;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Booking over HTTP: who for whom, with whom, and who pays (R-BOOK-4, -5, R-TIME-1, R-INS-1, R-AUTH-8). */
class AppointmentsResourceIT {

    private final Clinic clinic = Clinic.ofTheSuite();
    private final Desk desk = new Desk(clinic);
    private final TestProvider provider = clinic.aProviderIn("Asia/Kolkata").workingMondays("09:00", "17:00");
    private final Instant ten = provider.mondayAt("10:00");
    private final TestPatient patient = clinic.aPatient();

    private void assertNothingBooked() {
        assertThat(desk.countOf(provider)).isZero();
    }

    private static void assertPointer(Answer refused, String pointer) {
        refused.expectProblem(400, "validation");
        assertThat(refused.at("/errors/0/pointer")).isEqualTo(pointer);
    }

    @Nested
    class ABooking {

        @Test
        void answersTheAppointmentWithItsPlaceAndTag() {
            Answer booked = patient.api()
                    .post("/appointments", Desk.wish(provider, ten).put("reason", "a cough\nat night"))
                    .expect(201);
            assertThat(booked.header("Location").orElse("")).endsWith("/api/v1" + Desk.path(booked));
            assertThat(booked.at("/providerId")).isEqualTo(provider.id().toString());
            assertThat(booked.at("/patientId")).isEqualTo(patient.id().toString());
            assertThat(booked.at("/status")).isEqualTo("scheduled");
            assertThat(booked.at("/timeZone")).isEqualTo("Asia/Kolkata");
            assertThat(booked.at("/reason")).isEqualTo("a cough\nat night");
            assertThat(booked.json().at("/rescheduledFrom")).isEmpty();
            Answer read = patient.api().get(Desk.path(booked)).expect(200);
            assertThat(read.json()).isEqualTo(booked.json());
            assertThat(read.etag()).isEqualTo(booked.etag());
        }

        @Test
        void takesHalfAnHourUnlessSaidOtherwise() {
            assertThat(Desk.book(patient, provider, ten).expect(201).at("/end"))
                    .isEqualTo(ten.plusSeconds(1800).toString());
            ObjectNode longer = Desk.wish(provider, provider.mondayAt("12:00")).put("durationMinutes", 120);
            assertThat(patient.api().post("/appointments", longer).expect(201).at("/end"))
                    .isEqualTo(provider.mondayAt("14:00").toString());
        }

        @Test
        void takesAnyOffsetAndAnswersInUtc() {
            String local =
                    DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(ten.atOffset(ZoneOffset.ofHoursMinutes(5, 30)));
            ObjectNode wish = Desk.wish(provider, ten).put("start", local);
            assertThat(patient.api().post("/appointments", wish).expect(201).at("/start"))
                    .isEqualTo(ten.toString())
                    .endsWith("Z");
        }

        @Test
        void withoutAnOffsetIsRefusedAndNeverGuessed() {
            String local = provider.monday() + "T10:00:00";
            assertPointer(
                    patient.api()
                            .wrongOnPurpose()
                            .post("/appointments", Desk.wish(provider, ten).put("start", local)),
                    "/start");
            assertNothingBooked();
        }

        @Test
        void isForSomebodyWhoIsSignedIn() {
            clinic.anonymous()
                    .post("/appointments", Desk.wish(provider, ten, patient))
                    .expectProblem(401, "unauthenticated");
            assertNothingBooked();
        }
    }

    @Nested
    class ForWhom {

        @Test
        void aPatientBooksForThemselves() {
            patient.api()
                    .post("/appointments", Desk.wish(provider, ten, patient))
                    .expect(201);
        }

        @Test
        void aPatientDoesNotBookForAnother() {
            clinic.aPatient()
                    .api()
                    .post("/appointments", Desk.wish(provider, ten, patient))
                    .expectProblem(403, "forbidden");
            assertNothingBooked();
        }

        @Test
        void staffMustSayForWhom() {
            assertPointer(clinic.admin().post("/appointments", Desk.wish(provider, ten)), "/patientId");
            assertPointer(provider.api().post("/appointments", Desk.wish(provider, ten)), "/patientId");
        }

        @Test
        void anAdminBooksForAnybodyWithAnybody() {
            clinic.admin()
                    .post("/appointments", Desk.wish(provider, ten, patient))
                    .expect(201);
        }

        @Test
        void somebodyUnknownIsRefused() {
            ObjectNode wish = Desk.wish(provider, ten).put("patientId", Clinic.unique());
            assertPointer(clinic.admin().post("/appointments", wish), "/patientId");
            assertNothingBooked();
        }
    }

    @Nested
    class WithWhom {

        @Test
        void aProviderBooksInTheirOwnCalendar() {
            clinic.introduce(patient, provider);
            provider.api()
                    .post("/appointments", Desk.wish(provider, ten, patient))
                    .expect(201);
        }

        @Test
        void aProviderDoesNotBookInAnothersCalendar() {
            clinic.aProvider()
                    .api()
                    .post("/appointments", Desk.wish(provider, ten, patient))
                    .expectProblem(403, "forbidden");
            assertNothingBooked();
        }

        @Test
        void anInactiveProviderCannotBeBookedNotEvenByStaff() {
            clinic.database().update("UPDATE providers SET active = false WHERE id = ?", provider.id());
            Answer refused = Desk.book(patient, provider, ten).expectProblem(422, "provider-inactive");
            assertThat(refused.at("/rule")).isEqualTo("R-BOOK-5");
            clinic.admin()
                    .post("/appointments", Desk.anyway(Desk.wish(provider, ten, patient)))
                    .expectProblem(422, "provider-inactive");
            assertNothingBooked();
        }

        @Test
        void somebodyUnknownIsRefused() {
            ObjectNode wish = Desk.wish(provider, ten).put("providerId", Clinic.unique());
            assertPointer(patient.api().post("/appointments", wish), "/providerId");
        }

        @Test
        void somebodyWhoIsNoProviderIsRefused() {
            ObjectNode wish =
                    Desk.wish(provider, ten).put("providerId", patient.id().toString());
            assertPointer(patient.api().post("/appointments", wish), "/providerId");
        }
    }

    @Nested
    class WhoPays {

        private final LocalDate day = provider.monday();

        private Answer bookWith(UUID cover) {
            return patient.api().post("/appointments", Desk.wish(provider, ten).put("insuranceId", cover.toString()));
        }

        @Test
        void aCoverOfThePatientThatIsValidOnTheDay() {
            UUID cover = desk.aCover(patient, day);
            assertThat(bookWith(cover).expect(201).at("/insuranceId")).isEqualTo(cover.toString());
        }

        @Test
        void notOneThatHasExpiredByThen() {
            assertPointer(bookWith(desk.aCover(patient, day.minusDays(1))), "/insuranceId");
            assertNothingBooked();
        }

        @Test
        void notAnotherPatients() {
            assertPointer(bookWith(desk.aCover(clinic.aPatient(), day)), "/insuranceId");
            assertNothingBooked();
        }

        @Test
        void notOneThatDoesNotExist() {
            assertPointer(bookWith(UUID.randomUUID()), "/insuranceId");
            assertNothingBooked();
        }
    }

    @Nested
    class OfWhichType {

        private ObjectNode ofType(String type) {
            return Desk.wish(provider, ten).put("appointmentTypeId", type);
        }

        @Test
        void theTypeSaysHowLong() {
            Answer booked = patient.api()
                    .post("/appointments", ofType(desk.aType("durationMinutes", 45)))
                    .expect(201);
            assertThat(booked.at("/end")).isEqualTo(provider.mondayAt("10:45").toString());
        }

        @Test
        void nobodyElseSaysHowLong() {
            ObjectNode wish = ofType(desk.aType("durationMinutes", 45));
            patient.api().post("/appointments", wish.put("durationMinutes", 60)).expectProblem(400, "validation");
            assertNothingBooked();
            patient.api().post("/appointments", wish.put("durationMinutes", 45)).expect(201);
        }

        @Test
        void oneThatIsNotOpenToPatientsIsForStaff() {
            ObjectNode wish = ofType(desk.aType("patientsMayBook", false));
            Answer refused = patient.api().post("/appointments", wish).expectProblem(422, "slot-not-offered");
            assertThat(refused.at("/rule")).isEqualTo("R-BOOK-4");
            assertNothingBooked();
            wish.put("patientId", patient.id().toString());
            clinic.introduce(patient, provider);
            provider.api().post("/appointments", wish).expect(201);
        }

        @Test
        void anUnknownOneIsRefused() {
            assertPointer(patient.api().post("/appointments", ofType(Clinic.unique())), "/appointmentTypeId");
            assertNothingBooked();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "nobody", "01890a5d-ac96-774b-bcce-b302099a8057"})
    void anUnknownAppointmentIsNotFound(String id) {
        patient.api().wrongOnPurpose().get("/appointments/" + id).expectProblem(404, "not-found");
        clinic.admin()
                .wrongOnPurpose()
                .ifMatch("\"x\"")
                .post("/appointments/" + id + "/cancel", Json.object())
                .expectProblem(404, "not-found");
    }
}
