package health.miadi.bench;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import health.miadi.testing.Answer;
import health.miadi.testing.Api;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.SignedUp;
import health.miadi.testing.server.BuildOutput;
import health.miadi.testing.server.ServerUnderTest;
import health.miadi.testing.server.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A node of a former version goes on beside one of this version, which has migrated their database (docs/operating.md, "Upgrading").
 * It needs the former version's WAR: {@code mvn verify -Pbench -Dit.test=SideBySideBench -Dmiadi.upgrade.from=/path/to/former.war}.
 *
 * <p>It prints the status of each operation on both nodes, and writes the statements that the former version sent the database into
 * {@code target/bench/former-statements.sql}, which {@code FormerNodeIT} holds the schema to.
 */
class SideBySideBench {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern VALUE = Pattern.compile("\\$(\\d+)");
    private static final String FORMER = System.getProperty("miadi.upgrade.from", "");

    private final Map<String, Map<String, Integer>> statuses = new LinkedHashMap<>();

    @Test
    void bothVersionsWorkOnOneDatabase() throws Exception {
        assumeTrue(!FORMER.isEmpty(), "-Dmiadi.upgrade.from names no WAR");
        try (TestDatabase database = TestDatabase.start();
                ServerUnderTest former = ServerUnderTest.another("former", Path.of(FORMER), database)) {
            await().atMost(PATIENCE).until(() -> former.health("live") == 200);
            Visits before = new Visits("former alone", former, former);
            before.all();
            statements(database);
            try (ServerUnderTest latter = former.beside("latter", BuildOutput.war())) {
                await().atMost(PATIENCE).until(() -> latter.health("ready") == 200);
                before.goesOn("former, of before", former);
                before.goesOn("latter, of before", latter);
                new Visits("former beside", former, latter).all();
                new Visits("latter beside", latter, former).all();
            } finally {
                database.logged()
                        .lines()
                        .filter(line -> line.contains("ERROR:"))
                        .distinct()
                        .forEach(System.out::println);
            }
            new Visits("former after", former, former).all();
            report(former.logged());
        }
    }

    /** Those that can be said again: in some, a value alone does not say of which type it is. */
    private static void statements(TestDatabase database) throws IOException, SQLException {
        List<String> sent =
                database.texts("SELECT DISTINCT regexp_replace(query, '\\s+', ' ', 'g') FROM pg_stat_statements"
                        + " WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database())"
                        + " AND userid = (SELECT oid FROM pg_roles WHERE rolname = 'miadi')"
                        + " AND query ~* '^\\s*(SELECT|INSERT|UPDATE|DELETE|WITH)' ORDER BY 1");
        Files.createDirectories(BuildOutput.path("bench"));
        List<String> said = new ArrayList<>();
        try (Connection connection = database.connectAsApplication();
                Statement statement = connection.createStatement()) {
            for (String each : sent) {
                String text = parsable(each);
                try {
                    statement.execute("PREPARE said AS " + text);
                    statement.execute("DEALLOCATE said");
                    said.add(text);
                } catch (SQLException ambiguous) {
                    System.out.println("not recorded: " + text);
                }
            }
        }
        Files.writeString(BuildOutput.path("bench/former-statements.sql"), String.join("\n", said) + "\n");
    }

    /** What PostgreSQL put in the place of words that have to be words, as words again; and the values counted anew. */
    private static String parsable(String statement) {
        String text = statement
                .replaceAll("(?i)extract\\(\\$\\d+ FROM", "extract(epoch FROM")
                .replaceAll("\\bDATE \\$\\d+", "DATE '2000-01-01'")
                .replaceAll("\\bTIME \\$\\d+", "TIME '00:00'");
        Map<String, Integer> numbers = new TreeMap<>(Comparator.comparing(Integer::valueOf));
        VALUE.matcher(text).results().forEach(found -> numbers.put(found.group(1), 0));
        int next = 1;
        for (Map.Entry<String, Integer> number : numbers.entrySet()) {
            number.setValue(next++);
        }
        return VALUE.matcher(text).replaceAll(found -> "\\$" + numbers.get(found.group(1)));
    }

    private void report(String log) throws IOException {
        var operations = new TreeMap<String, Map<String, Integer>>();
        statuses.forEach((who, answers) -> answers.forEach((operation, status) -> operations
                .computeIfAbsent(operation, any -> new LinkedHashMap<>())
                .put(who, status)));
        var text = new StringBuilder();
        operations.forEach((operation, answers) ->
                text.append(operation).append(' ').append(answers).append('\n'));
        log.lines()
                .filter(line ->
                        line.contains("ERROR:") || line.contains("SQLException") || line.contains("PSQLException"))
                .distinct()
                .limit(40)
                .forEach(line -> text.append(line).append('\n'));
        System.out.println(text);
        Files.writeString(BuildOutput.path("bench/side-by-side.txt"), text);
    }

    /** One clinic's day on one node, read again on the other. */
    private final class Visits {
        private final String who;
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

        Visits(String who, ServerUnderTest node, ServerUnderTest other) {
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
                    "login",
                    anybody.post("/auth/login", Json.object("username", email, "password", SignedUp.PASSWORD)));
            patientToken = login.at("/accessToken");
            Answer renewed = did(
                    "refresh", anybody.post("/auth/refresh", Json.object("refreshToken", login.at("/refreshToken"))));
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
                    boss.ifMatch(boss.get(of).etag())
                            .put(of, person.deepCopy().without(List.of("phone", "nationalId"))));
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
            String day = Clock.systemUTC()
                    .instant()
                    .plus(40, ChronoUnit.DAYS)
                    .toString()
                    .substring(0, 10);
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
                            Json.object(
                                    "insurer", "Insurer", "policyNumber", "P" + number, "expiryDate", "2099-01-01")));
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
                    "disable user",
                    boss.ifMatch(boss.get(account).etag()).patch(account, Json.object("enabled", false)));
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
            Answer hold =
                    own.post("/holds", Json.object("providerId", provider, "start", start(), "durationMinutes", 30));
            answers.put("hold", hold.status());
            answers.put("release", own.delete("/holds/" + hold.at("/id")).status());
            Answer booked = own.with("Idempotency-Key", Clinic.unique())
                    .post(
                            "/appointments",
                            Json.object(
                                    "providerId", provider, "start", start(), "durationMinutes", 30, "reason", "r"));
            answers.put("book", booked.status());
            String one = "/appointments/" + booked.at("/id");
            answers.put(
                    "book the same time again",
                    own.post(
                                    "/appointments",
                                    Json.object(
                                            "providerId",
                                            provider,
                                            "start",
                                            booked.at("/start"),
                                            "durationMinutes",
                                            30))
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
            answers.put(
                    "read on the other node", as(other, patientToken).get(one).status());
            answers.put("list appointments", own.get("/appointments?limit=5").status());
            answers.put("history", own.get(one + "/history").status());
            answers.put(
                    "cancel",
                    own.ifMatch(own.get(one).etag())
                            .post(one + "/cancel", Json.object("reason", "no"))
                            .status());
        }
    }
}
