package health.miadi.privacy.boundary;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.miadi.testing.Answer;
import health.miadi.testing.Api;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.TestProvider;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** A patient about whom everything is held that can be, each text with the same mark in it. */
final class MarkedPatient {
    static final String PASSWORD = "a marked river in October";

    final Clinic clinic;
    final String mark = "mark" + Clinic.unique().replace("-", "");
    final String phone = "+" + ThreadLocalRandom.current().nextLong(100_000_000_000L, 999_999_999_999L);
    /** Of overrides and removals: kept in the audit trail, as R-BOOK-4 and R-REC-3 ask. */
    final String overrideReason = "Override " + Clinic.unique();

    final String email = mark + "@example.org";
    final Answer registered;
    final UUID id;
    final UUID userId;
    final Api api;
    final TestProvider provider;

    MarkedPatient(Clinic clinic) {
        this.clinic = clinic;
        this.provider = clinic.aProvider().workingDaily("00:00", "24:00");
        this.registered =
                clinic.anonymous().post("/auth/register", registration()).expect(201);
        this.id = UUID.fromString(registered.at("/user/personId"));
        this.userId = UUID.fromString(registered.at("/user/id"));
        this.api = clinic.as(registered.at("/accessToken"));
    }

    /** What the patient registered with, and can register with again once it is free. */
    ObjectNode registration() {
        return Json.object(
                "email",
                email,
                "password",
                PASSWORD,
                "firstName",
                "First " + mark,
                "lastName",
                "Last " + mark,
                "dateOfBirth",
                "1912-06-23",
                "gender",
                "other",
                "phone",
                phone,
                "nationalId",
                "ID " + mark);
    }

    String path() {
        return "/patients/" + id;
    }

    /** A start that the provider offers, that many days and hours from now. */
    static Instant ahead(int days, int hours) {
        return Clock.systemUTC()
                .instant()
                .truncatedTo(ChronoUnit.HOURS)
                .plus(Duration.ofDays(days))
                .plus(Duration.ofHours(hours));
    }

    ObjectNode wish(Instant start) {
        return Json.object("providerId", provider.id(), "patientId", id, "start", start, "reason", "Reason " + mark);
    }

    Answer booked(Instant start) {
        return api.with("Idempotency-Key", Clinic.unique())
                .post("/appointments", wish(start))
                .expect(201);
    }

    /** One that has begun, noted by an admin with an override. */
    Answer noted(Instant start) {
        ObjectNode wish = wish(start);
        wish.set("override", Json.object("reason", overrideReason));
        return clinic.admin().post("/appointments", wish).expect(201);
    }

    Answer cover() {
        return clinic.admin()
                .with("Idempotency-Key", Clinic.unique())
                .post(
                        path() + "/insurance",
                        Json.object(
                                "insurer",
                                "Insurer " + mark,
                                "policyNumber",
                                "P " + mark + " " + Clinic.unique().substring(0, 8),
                                "expiryDate",
                                "2090-12-31"))
                .expect(201);
    }

    static Answer act(Api by, Answer seen, String action, String reason) {
        return by.ifMatch(seen.etag())
                .post("/appointments/" + seen.at("/id") + "/" + action, Json.object("reason", reason));
    }

    /** A record in two versions of one visit, and one of another visit that was removed. */
    private void recorded(Answer visit) {
        Answer written = provider.api()
                .put("/appointments/" + visit.at("/id") + "/record", text("Diagnosis " + mark))
                .expect(201);
        provider.api()
                .ifMatch(written.etag())
                .put("/appointments/" + visit.at("/id") + "/record", text("Amended " + mark))
                .expect(200);
        Answer other = noted(ahead(-5, 0));
        Answer mistaken = provider.api()
                .put("/appointments/" + other.at("/id") + "/record", text("Mistaken " + mark))
                .expect(201);
        provider.api()
                .ifMatch(mistaken.etag())
                .send("DELETE", "/appointments/" + other.at("/id") + "/record", Json.object("reason", overrideReason))
                .expect(204);
    }

    private static ObjectNode text(String diagnosis) {
        return Json.object("diagnosis", diagnosis, "notes", "Notes on " + diagnosis);
    }

    /** Everything that can be held about a patient; answers the appointments, two of them still to come. */
    List<Answer> livesALife() {
        Answer cover = cover();
        cover();
        Answer past = noted(ahead(-3, 0));
        Answer done = act(provider.api(), past, "complete", "Done " + mark).expect(200);
        recorded(done);
        Answer moved = booked(ahead(3, 0));
        Answer cancelled = booked(ahead(4, 0));
        act(api, cancelled, "cancel", "Cancelled " + mark).expect(200);
        ObjectNode move = Json.object("start", ahead(5, 0), "reason", "Moved " + mark);
        moved = api.ifMatch(moved.etag())
                .post("/appointments/" + moved.at("/id") + "/reschedule", move)
                .expect(200);
        moved = api.ifMatch(moved.etag())
                .patch("/appointments/" + moved.at("/id"), Json.object("insuranceId", cover.at("/id")))
                .expect(200);
        Answer soon = booked(ahead(0, 2));
        ObjectNode held = wish(ahead(6, 0));
        held.remove("reason");
        api.post("/holds", held).expect(201);
        clinic.admin().post("/users/" + userId + "/password-reset").expect(200);
        clinic.aProvider()
                .api()
                .post(
                        "/patients/break-glass",
                        Json.object("nationalId", "ID " + mark, "phone", phone, "reason", overrideReason))
                .expect(200);
        clinic.database()
                .update(
                        "UPDATE users SET openid_issuer = 'https://issuer.example.org', openid_subject = ? WHERE id = ?",
                        "subject " + mark,
                        userId);
        clinic.database()
                .update(
                        "INSERT INTO passkeys (id, user_id, name, credential_id, public_key, rp_id, aaguid, sign_count,"
                                + " backup_eligible, backed_up, created_at) VALUES (gen_random_uuid(), ?, ?,"
                                + " sha256(?::bytea), 'key', 'clinic.example.org', gen_random_uuid(), 0, true, true, now())",
                        userId,
                        "Telephone " + mark,
                        mark.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        clinic.anonymous()
                .post("/auth/login", Json.object("username", email, "password", "wrong " + mark))
                .expect(401);
        return List.of(done, cancelled, moved, soon);
    }

    Answer erasedBy(Api somebody) {
        String etag = clinic.admin().get(path()).expect(200).etag();
        return somebody.ifMatch(etag).send("DELETE", path(), proof());
    }

    /** What shows that the patient asks (R-AUTH-17); nobody looks at an admin's. */
    static ObjectNode proof() {
        return Json.object("currentPassword", PASSWORD);
    }
}
