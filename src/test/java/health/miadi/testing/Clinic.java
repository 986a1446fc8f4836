package health.miadi.testing;

import health.miadi.testing.server.ServerUnderTest;
import health.miadi.testing.server.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * A clinic to test with: {@code clinic.aProvider().workingMondays("09:00", "17:00")}.
 *
 * <p>Whatever it makes is new and the test's own; nothing depends on what another test made.
 */
public final class Clinic {

    private final ServerUnderTest server;
    private final Accounts accounts;
    private final String address = newAddress();
    private final Api admin;

    private Clinic(ServerUnderTest server) {
        this.server = server;
        this.accounts = new Accounts(server);
        this.admin = as(accounts.open("admin", null));
    }

    /** The clinic of the suite's server. */
    public static Clinic ofTheSuite() {
        return at(SuiteServer.get());
    }

    /** A clinic of a server of the test's own. */
    public static Clinic at(ServerUnderTest server) {
        return new Clinic(server);
    }

    /** The API as an admin. */
    public Api admin() {
        return admin;
    }

    /** The API as somebody who has not signed in, from the clinic's own address. */
    public Api anonymous() {
        return from(address);
    }

    /** The API as somebody who has not signed in, from any address. */
    public Api from(String someAddress) {
        return Api.at(server.address()).with("X-Forwarded-For", someAddress);
    }

    /** An address that no other test has, of a network (/64) that no other test has. */
    public static String newAddress() {
        String random = unique().replace("-", "");
        return "2001:db8:%s:%s::1".formatted(random.substring(0, 4), random.substring(4, 8));
    }

    /** The API with any token. */
    public Api as(String token) {
        return anonymous().as(token);
    }

    /** A new patient with an account. */
    public TestPatient aPatient() {
        String unique = unique();
        Answer answer = admin.post(
                        "/patients",
                        Json.object(
                                "firstName",
                                "Pat",
                                "lastName",
                                "Ient-" + unique,
                                "dateOfBirth",
                                "1980-02-29",
                                "email",
                                "patient-" + unique + "@example.org"))
                .expect(201);
        UUID id = UUID.fromString(answer.at("/id"));
        return new TestPatient(id, as(accounts.open("patient", id)));
    }

    /** The provider has opened the patient's file, and so sees and books them (R-AUTH-13); nobody else has. */
    public void introduce(TestPatient patient, TestProvider provider) {
        database().update("UPDATE patients SET opened_by = ? WHERE id = ?", provider.id(), patient.id());
    }

    /** The caller has used up what is allowed of that within that time, for half a minute (R-AUTH-12). */
    public void useUp(String limit, Duration within, Api caller) {
        useUp(limit, within, caller.get("/auth/me").expect(200).at("/id"));
    }

    /** The same for whomever that is counted by. */
    public void useUp(String limit, Duration within, String who) {
        database()
                .update(
                        "INSERT INTO allowances (key, used_until) VALUES (sha256(convert_to(?, 'UTF8')), now()"
                                + " + ? * interval '1 second') ON CONFLICT (key) DO UPDATE SET used_until = excluded.used_until",
                        limit + "\n" + who,
                        within.plusSeconds(30).toSeconds());
    }

    /** Everything has come back. */
    public void allowAgain() {
        database().update("DELETE FROM allowances");
    }

    /** A new provider in UTC, with an account, without working hours. */
    public TestProvider aProvider() {
        return aProviderIn("UTC");
    }

    /** The same where it is about noon now, so that an hour ago and an hour from now are of the same day there. */
    public TestProvider aProviderAtNoon() {
        int west = Clock.systemUTC().instant().atOffset(ZoneOffset.UTC).getHour() - 12;
        return aProviderIn("Etc/GMT%+d".formatted(west));
    }

    /** A new provider in an IANA zone, with an account, without working hours. */
    public TestProvider aProviderIn(String zone) {
        UUID id = aProviderWithoutAccount(zone);
        return new TestProvider(id, zone, as(accounts.open("provider", id)));
    }

    /** A new provider for whom nobody can act yet. */
    public UUID aProviderWithoutAccount(String zone) {
        String unique = unique();
        Answer answer = admin.post(
                        "/providers",
                        Json.object(
                                "firstName",
                                "Pro",
                                "lastName",
                                "Vider-" + unique,
                                "cadre",
                                "doctor",
                                "specialization",
                                "specialization-" + unique,
                                "timeZone",
                                zone,
                                "email",
                                "provider-" + unique + "@example.org"))
                .expect(201);
        return UUID.fromString(answer.at("/id"));
    }

    /** A name that no other test has. */
    public static String unique() {
        return UUID.randomUUID().toString();
    }

    /** The accounts behind the people, for tests that forge tokens. */
    public Accounts accounts() {
        return accounts;
    }

    /** Ends the sessions of an account, as an admin does who closes it, and opens it again. */
    public void endSessions(Login login) {
        String user = "/users/"
                + admin().get("/users?search=" + login.username()).expect(200).at("/items/0/id");
        for (boolean enabled : new boolean[] {false, true}) {
            admin().ifMatch(admin().get(user).expect(200).etag())
                    .patch(user, Json.object("enabled", enabled))
                    .expect(200);
        }
    }

    /** The database behind the server. */
    public TestDatabase database() {
        return server.database();
    }
}
