package health.miadi.authorisation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.miadi.testing.Answer;
import health.miadi.testing.Api;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.TestPatient;
import health.miadi.testing.TestProvider;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A patient who has an appointment with a provider, another of each whom that does not concern, and an admin. Whatever
 * else it makes is new each time, so that no attempt is in the way of the next.
 */
public final class Scene {

    /** Far enough for everything that must lie in the future and be nobody else's. */
    private static final LocalDate FAR = LocalDate.of(2090, 1, 1);

    /** Half hours between six in the morning and midnight. */
    private static final int STARTS_A_DAY = 36;

    final Clinic clinic;
    final TestPatient patient;
    final TestPatient anotherPatient;
    final TestProvider provider;
    final TestProvider anotherProvider;
    private final Api admin;
    private final Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.HOURS);
    private int made;
    private @Nullable Answer hold;

    /** A new scene in that clinic. */
    public Scene(Clinic clinic) {
        this.clinic = clinic;
        patient = clinic.aPatient();
        anotherPatient = clinic.aPatient();
        provider = clinic.aProvider().workingDaily("06:00", "24:00");
        anotherProvider = clinic.aProvider();
        admin = clinic.as(clinic.accounts().open("admin", null));
        appointment();
    }

    /** The API as that caller. */
    public Api as(Who who) {
        return switch (who) {
            case PATIENT -> patient.api();
            case ANOTHER_PATIENT -> anotherPatient.api();
            case PROVIDER -> provider.api();
            case ANOTHER_PROVIDER -> anotherProvider.api();
            case ADMIN -> admin;
            case NOBODY, BAD_TOKEN -> clinic.anonymous();
        };
    }

    /** A start that the provider offers and nobody has taken. */
    Instant freeStart() {
        int next = made++;
        return now.truncatedTo(ChronoUnit.DAYS)
                .plus(Duration.ofDays(3 + next / STARTS_A_DAY))
                .plus(Duration.ofHours(6))
                .plus(Duration.ofMinutes(30L * (next % STARTS_A_DAY)));
    }

    /** A start outside the provider's hours that nobody has taken. */
    Instant nightStart() {
        return now.truncatedTo(ChronoUnit.DAYS)
                .plus(Duration.ofDays(3L + made++))
                .plus(Duration.ofHours(2));
    }

    /** The patient's last name, which nobody else has. */
    String name() {
        return seen("/patients/" + patient.id()).at("/lastName");
    }

    /** An appointment to come. */
    Answer appointment() {
        return booked(freeStart());
    }

    /** One of today, of a quarter of an hour in the second half of an hour: those that have begun are in the first. */
    Answer todaysAppointment() {
        int next = made++;
        Instant start = Clock.systemUTC()
                .instant()
                .truncatedTo(ChronoUnit.DAYS)
                .plus(Duration.ofHours(next / 2 % 24))
                .plus(Duration.ofMinutes(30 + 15L * (next % 2)));
        return clinic.admin()
                .post("/appointments", anyway(start).put("durationMinutes", 15))
                .expect(201);
    }

    /** One that was marked as missed, and was not. */
    Answer missedAppointment() {
        Answer begun = begunAppointment();
        return clinic.admin()
                .ifMatch(begun.etag())
                .post("/appointments/" + begun.at("/id") + "/no-show")
                .expect(200);
    }

    /** An appointment that has begun. */
    Answer begunAppointment() {
        return booked(now.minus(Duration.ofHours(1 + made++)));
    }

    /** The record of an appointment that has begun. */
    Answer record() {
        return provider.api()
                .put("/appointments/" + begunAppointment().at("/id") + "/record", diagnosis())
                .expect(201);
    }

    ObjectNode diagnosis() {
        return Json.object("diagnosis", "Nothing serious");
    }

    /** The patient's only hold: the one before it goes, because there may not be many (R-BOOK-10). */
    Answer hold() {
        Answer former = hold;
        if (former != null) {
            patient.api().ifMatch(former.etag()).delete("/holds/" + former.at("/id"));
        }
        Answer fresh = patient.api().post("/holds", booking(freeStart())).expect(201);
        hold = fresh;
        return fresh;
    }

    private Answer booked(Instant start) {
        return clinic.admin().post("/appointments", anyway(start)).expect(201);
    }

    /** The same booking, whatever is offered. */
    ObjectNode anyway(Instant start) {
        ObjectNode booking = booking(start);
        booking.set("override", Json.object("reason", "a test"));
        return booking;
    }

    /** The booking of that start for the patient. */
    ObjectNode booking(Instant start) {
        return Json.object("providerId", provider.id(), "patientId", patient.id(), "start", start);
    }

    /** A weekly window of the provider's on one Monday that no other has. */
    ObjectNode window() {
        LocalDate monday = FAR.with(TemporalAdjusters.next(DayOfWeek.MONDAY)).plusWeeks(made++);
        return Json.object(
                "dayOfWeek", "monday",
                "startTime", "01:00",
                "endTime", "02:00",
                "validFrom", monday,
                "validUntil", monday);
    }

    Answer availability() {
        return clinic.admin()
                .post("/providers/" + provider.id() + "/availability", window())
                .expect(201);
    }

    /** An absence on a day that no other has. */
    ObjectNode absence() {
        LocalDate day = FAR.plusDays(made++);
        return Json.object("kind", "absent", "startDate", day, "endDate", day);
    }

    Answer exception() {
        return clinic.admin()
                .post("/providers/" + provider.id() + "/exceptions", absence())
                .expect(201);
    }

    ObjectNode type() {
        return Json.object("name", "Type " + Clinic.unique(), "durationMinutes", 30);
    }

    ObjectNode wording() {
        return Json.object("said", "said " + Clinic.unique(), "meant", "Dermatology");
    }

    Answer synonym() {
        return clinic.admin().post("/synonyms", wording()).expect(201);
    }

    Answer appointmentType() {
        return clinic.admin().post("/appointment-types", type()).expect(201);
    }

    /** What an admin needs to open another admin's account. */
    ObjectNode user() {
        return Json.object("username", "user-" + Clinic.unique(), "role", "admin");
    }

    Answer userAccount() {
        return clinic.admin().post("/users", user()).expect(201);
    }

    /** Another session of the patient's. */
    UUID session() {
        String user = clinic.database()
                .texts("SELECT id::text FROM users WHERE person_id = '" + patient.id() + "'")
                .get(0);
        return clinic.accounts().openSession(UUID.fromString(user));
    }

    /** Everybody who has no password has signed in just now (R-AUTH-17), however long other attempts took. */
    Scene justSignedIn() {
        clinic.database()
                .update(
                        "UPDATE sessions SET created_at = now() FROM users u WHERE u.id = user_id AND u.person_id IN (?, ?, ?, ?)",
                        patient.id(),
                        anotherPatient.id(),
                        provider.id(),
                        anotherProvider.id());
        return this;
    }

    /** A one-time code for a new password of an account that nobody uses. */
    String resetCode() {
        return clinic.admin()
                .post("/users/" + userAccount().at("/id") + "/password-reset")
                .expect(200)
                .at("/code");
    }

    ObjectNode person() {
        return Json.object("firstName", "Per", "lastName", "Son-" + Clinic.unique());
    }

    /** The patient under another name, with the address that the patient alone and admins change (R-PERS-5). */
    ObjectNode corrected() {
        String email =
                clinic.admin().get("/patients/" + patient.id()).expect(200).at("/email");
        return person().put("email", email);
    }

    /** What opens that patient's file in an emergency: one who is in nobody's way. */
    ObjectNode emergency(TestPatient somebody) {
        Answer file = seen("/patients/" + somebody.id());
        return Json.object(
                "patientNumber", file.at("/patientNumber"),
                "dateOfBirth", file.at("/dateOfBirth"),
                "reason", "Unconscious, allergies unknown");
    }

    ObjectNode professional() {
        ObjectNode professional = person();
        professional.setAll(Json.object("cadre", "nurse", "timeZone", "UTC"));
        return professional;
    }

    ObjectNode policy() {
        return Json.object("insurer", "Insurer", "policyNumber", "P-" + Clinic.unique(), "expiryDate", FAR);
    }

    /** A cover of the patient. */
    Answer cover() {
        return clinic.admin()
                .post("/patients/" + patient.id() + "/insurance", policy())
                .expect(201);
    }

    /** The patient and another one say that they have the same cover. */
    void clash() {
        ObjectNode policy = policy();
        for (TestPatient claims : List.of(patient, anotherPatient)) {
            claims.api().post("/patients/" + claims.id() + "/insurance", policy).expect(201);
        }
    }

    /** As an admin sees it. */
    Answer seen(String path) {
        return clinic.admin().get(path).expect(200);
    }
}
