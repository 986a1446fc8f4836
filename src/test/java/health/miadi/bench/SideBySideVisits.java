package health.miadi.bench;

import health.miadi.testing.Answer;
import health.miadi.testing.Api;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.SignedUp;
import health.miadi.testing.server.ServerUnderTest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One clinic's day on one node, read again on the other. */
final class SideBySideVisits {
    private final String who;
    private final Map<String, Map<String, Integer>> statuses;
    private final ServerUnderTest node;
    private final ServerUnderTest other;
    private final Clinic clinic;
    private @Nullable Api admin;
    private @Nullable String refresh;
    private final String email = "person-" + Clinic.unique() + "@example.org";
    private String patient = "";
    private String provider = "";
    private int hour;
    private String patientToken = "";

    SideBySideVisits(
            String who, ServerUnderTest node, ServerUnderTest other, Map<String, Map<String, Integer>> statuses) {
        this.statuses = statuses;
        this.who = who;
        this.node = node;
        this.other = other;
        this.clinic = Clinic.at(node);
    }

    private Answer did(String operation, Answer answer) {
        statuses.computeIfAbsent(who, any -> new LinkedHashMap<>()).put(operation, answer.status());
        return answer;
    }

    private Api as(ServerUnderTest server, String token) {
        return Api.at(server.address())
                .with("X-Forwarded-For", "2001:db8::1")
                .as(token)
                .outsideTheContract();
    }

    void all() {
        String adminToken = clinic.accounts().open("admin", null);
        Api boss = as(node, adminToken);
        admin = boss;
        Api anybody = Api.at(node.address())
                .with("X-Forwarded-For", Clinic.newAddress())
                .outsideTheContract();
        String number = Integer.toString(Math.abs(email.hashCode()));
        Answer registered = did("register", anybody.post("/auth/register", SignedUp.registration(email)));
        patient = registered.at("/user/personId");
        Answer login = did(
                "login", anybody.post("/auth/login", Json.object("username", email, "password", SignedUp.PASSWORD)));
        patientToken = login.at("/accessToken");
        Answer renewed =
                did("refresh", anybody.post("/auth/refresh", Json.object("refreshToken", login.at("/refreshToken"))));
        did("refresh late", anybody.post("/auth/refresh", Json.object("refreshToken", login.at("/refreshToken"))));
        refresh = renewed.at("/refreshToken");
        Api own = as(node, patientToken);
        did("me", own.get("/auth/me"));
        var person = Json.object(
                "firstName",
                "Other",
                "lastName",
                "Person",
                "dateOfBirth",
                "1980-02-29",
                "gender",
                "female",
                "phone",
                "+254" + number,
                "nationalId",
                "ID" + number,
                "email",
                "other-" + email);
        Answer file = did("create patient", boss.post("/patients", person));
        String of = "/patients/" + file.at("/id");
        did("get patient", boss.get(of));
        did(
                "put patient, another phone",
                boss.ifMatch(file.etag()).put(of, person.deepCopy().put("phone", "+2551" + number)));
        did(
                "put patient, no phone",
                boss.ifMatch(boss.get(of).etag()).put(of, person.deepCopy().without(List.of("phone", "nationalId"))));
        did(
                "put patient, no email",
                boss.ifMatch(boss.get(of).etag()).put(of, person.deepCopy().without(List.of("email"))));
        did("list patients", boss.get("/patients?search=person&limit=5"));
        Answer pro = did(
                "create provider",
                boss.post(
                        "/providers",
                        Json.object(
                                "firstName",
                                "Pro",
                                "lastName",
                                "Vider",
                                "cadre",
                                "doctor",
                                "specialization",
                                "Cardiology",
                                "timeZone",
                                "UTC",
                                "email",
                                "pro-" + email)));
        provider = pro.at("/id");
        did(
                "put provider",
                boss.ifMatch(pro.etag())
                        .put(
                                "/providers/" + provider,
                                Json.object(
                                        "firstName",
                                        "Prof",
                                        "lastName",
                                        "Vider",
                                        "cadre",
                                        "doctor",
                                        "specialization",
                                        "Dermatology",
                                        "timeZone",
                                        "UTC",
                                        "email",
                                        "pro-" + email)));
        did("list providers", own.get("/providers?search=vider"));
        did("specializations", own.get("/specializations"));
        Answer type = did(
                "create type",
                boss.post("/appointment-types", Json.object("name", "Type " + number, "durationMinutes", 30)));
        did("list types", own.get("/appointment-types"));
        did(
                "put type",
                boss.ifMatch(type.etag())
                        .put(
                                "/appointment-types/" + type.at("/id"),
                                Json.object("name", "Typ " + number, "durationMinutes", 30)));
        Answer window = null;
        for (String day : List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")) {
            window = did(
                    "create availability",
                    boss.post(
                            "/providers/" + provider + "/availability",
                            Json.object("dayOfWeek", day, "startTime", "00:00", "endTime", "24:00")));
        }
        did("list availability", own.get("/providers/" + provider + "/availability"));
        String day =
                Clock.systemUTC().instant().plus(40, ChronoUnit.DAYS).toString().substring(0, 10);
        Answer absent = did(
                "create exception",
                boss.post(
                        "/providers/" + provider + "/exceptions",
                        Json.object("kind", "absent", "startDate", day, "endDate", day)));
        did("list exceptions", own.get("/providers/" + provider + "/exceptions"));
        did("delete exception", boss.ifMatch(absent.etag()).delete("/exceptions/" + absent.at("/id")));
        Answer cover = did(
                "create cover",
                own.post(
                        "/patients/" + patient + "/insurance",
                        Json.object("insurer", "Insurer", "policyNumber", "P" + number, "expiryDate", "2099-01-01")));
        did(
                "put cover",
                own.ifMatch(cover.etag())
                        .put(
                                "/insurance/" + cover.at("/id"),
                                Json.object(
                                        "insurer",
                                        "Insurer",
                                        "policyNumber",
                                        "Q" + number,
                                        "expiryDate",
                                        "2099-01-01")));
        goesOn(who, node);
        var visit = did(
                "book for a record",
                boss.post(
                        "/appointments",
                        Json.object(
                                "providerId",
                                provider,
                                "patientId",
                                patient,
                                "start",
                                start(),
                                "durationMinutes",
                                30)));
        clinic.database()
                .update(
                        "UPDATE appointments SET start_at = now() - interval '1 hour', end_at = now() - interval '30 minutes',"
                                + " blocked_from = now() - interval '1 hour', blocked_until = now() - interval '30 minutes' WHERE id = ?",
                        UUID.fromString(visit.at("/id")));
        Api doctor = as(node, clinic.accounts().open("provider", UUID.fromString(provider)));
        String one = "/appointments/" + visit.at("/id");
        did("check in", doctor.ifMatch(doctor.get(one).etag()).post(one + "/check-in"));
        did("write record", doctor.put(one + "/record", Json.object("diagnosis", "d", "treatment", "t")));
        did("read record", doctor.get(one + "/record"));
        did("list records", doctor.get("/records?limit=5"));
        did("complete", doctor.ifMatch(doctor.get(one).etag()).post(one + "/complete"));
        did("doctor's patients", doctor.get("/patients?search=son"));
        did("statistics", boss.get("/statistics?from=2026-11-01&to=2026-11-30"));
        did("audit", boss.get("/audit?limit=5"));
        did("verify", boss.get("/audit/verify"));
        did("export", own.get("/patients/" + patient + "/export"));
        did("list users", boss.get("/users?search=" + email));
        String account = "/users/" + boss.get("/users?search=" + email).at("/items/0/id");
        Answer disabled = did(
                "disable user", boss.ifMatch(boss.get(account).etag()).patch(account, Json.object("enabled", false)));
        did("enable user", boss.ifMatch(disabled.etag()).patch(account, Json.object("enabled", true)));
        did(
                "delete availability",
                boss.ifMatch(Objects.requireNonNull(window).etag()).delete("/availability/" + window.at("/id")));
        did("erase", boss.post("/patients/" + file.at("/id") + "/erase"));
    }

    private Instant start() {
        return Clock.systemUTC()
                .instant()
                .truncatedTo(ChronoUnit.DAYS)
                .plus(5, ChronoUnit.DAYS)
                .plus(hour++, ChronoUnit.HOURS);
    }

    /** Books with what was there before, on that node. */
    void goesOn(String as, ServerUnderTest on) {
        var answers = statuses.computeIfAbsent(as, any -> new LinkedHashMap<>());
        Api own = as(on, patientToken);
        if (!as.equals(who)) {
            answers.put("me, token of before", own.get("/auth/me").status());
            Answer renewed = Api.at(on.address())
                    .with("X-Forwarded-For", Clinic.newAddress())
                    .outsideTheContract()
                    .post("/auth/refresh", Json.object("refreshToken", refresh));
            answers.put("refresh, token of before", renewed.status());
            if (renewed.status() == 200) {
                refresh = renewed.at("/refreshToken");
            }
            Answer again = Api.at(on.address())
                    .with("X-Forwarded-For", Clinic.newAddress())
                    .outsideTheContract()
                    .post("/auth/login", Json.object("username", email, "password", SignedUp.PASSWORD));
            answers.put("login, account of before", again.status());
            own = as(on, again.at("/accessToken"));
        }
        answers.put(
                "slots",
                own.get("/slots?providerId=" + provider + "&limit=3&from=" + start() + "&to="
                                + start().plus(3, ChronoUnit.DAYS))
                        .status());
        Answer hold = own.post("/holds", Json.object("providerId", provider, "start", start(), "durationMinutes", 30));
        answers.put("hold", hold.status());
        answers.put("release", own.delete("/holds/" + hold.at("/id")).status());
        Answer booked = own.with("Idempotency-Key", Clinic.unique())
                .post(
                        "/appointments",
                        Json.object("providerId", provider, "start", start(), "durationMinutes", 30, "reason", "r"));
        answers.put("book", booked.status());
        String one = "/appointments/" + booked.at("/id");
        answers.put(
                "book the same time again",
                own.post(
                                "/appointments",
                                Json.object(
                                        "providerId", provider, "start", booked.at("/start"), "durationMinutes", 30))
                        .status());
        answers.put(
                "move",
                own.ifMatch(booked.etag())
                        .post(one + "/reschedule", Json.object("start", start(), "reason", "later"))
                        .status());
        answers.put(
                "amend",
                own.ifMatch(own.get(one).etag())
                        .patch(one, Json.object("reason", "s"))
                        .status());
        answers.put("read on the other node", as(other, patientToken).get(one).status());
        answers.put("list appointments", own.get("/appointments?limit=5").status());
        answers.put("history", own.get(one + "/history").status());
        answers.put(
                "cancel",
                own.ifMatch(own.get(one).etag())
                        .post(one + "/cancel", Json.object("reason", "no"))
                        .status());
    }
}
