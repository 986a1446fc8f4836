package health.miadi.authorisation;

import health.miadi.testing.Answer;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.SignedUp;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** How each operation is tried: on what belongs to the scene's patient and provider, with everything in order. */
public final class Attempts {

    private static final Map<String, Function<Scene, Attempt>> ALL = new TreeMap<>();

    static {
        accounts();
        users();
        patients();
        insurance();
        providers();
        calendars();
        types();
        synonyms();
        holds();
        appointments();
        records();
        audit();
    }

    private Attempts() {}

    public static Set<String> operations() {
        return ALL.keySet();
    }

    /** A right request of that operation, made anew in that scene. */
    public static Attempt of(String operation, Scene scene) {
        return Objects.requireNonNull(ALL.get(operation), operation).apply(scene);
    }

    private static void accounts() {
        ALL.put("login", scene -> Attempt.post("/auth/login", somebody().credentials()));
        ALL.put(
                "register",
                scene -> Attempt.post(
                        "/auth/register", SignedUp.registration("person-" + Clinic.unique() + "@example.org")));
        ALL.put(
                "refresh",
                scene -> Attempt.post(
                        "/auth/refresh",
                        Json.object("refreshToken", somebody().login().at("/refreshToken"))));
        ALL.put("logout", scene -> Attempt.post("/auth/logout", null));
        ALL.put("getMe", scene -> Attempt.get("/auth/me"));
        ALL.put("listSessions", scene -> Attempt.get("/auth/sessions"));
        ALL.put("listAccountEvents", scene -> Attempt.get("/auth/events"));
        ALL.put("markAccountEventsRead", scene -> Attempt.post("/auth/events/read", Json.object("through", 1)));
        ALL.put("endSession", scene -> Attempt.delete("/auth/sessions/" + scene.session()));
        ALL.put("endOtherSessions", scene -> Attempt.delete("/auth/sessions"));
        ALL.put(
                "changePassword",
                scene -> Attempt.put(
                        "/auth/password",
                        Json.object("currentPassword", "not the password", "newPassword", "a slow boat in November")));
        ALL.put("startGoogleSignIn", scene -> Attempt.get("/auth/google"));
        ALL.put("finishGoogleSignIn", scene -> Attempt.get("/auth/google/callback?code=x&state=" + Clinic.unique()));
        ALL.put("linkGoogle", scene -> {
            scene.justSignedIn();
            return Attempt.post("/auth/google/link", null);
        });
        ALL.put("unlinkGoogle", scene -> Attempt.post("/auth/google/unlink", null));
        ALL.put("getAuthenticatorApp", scene -> Attempt.get("/auth/totp"));
        ALL.put("beginAuthenticatorApp", scene -> {
            scene.justSignedIn();
            return Attempt.post("/auth/totp", null);
        });
        ALL.put(
                "confirmAuthenticatorApp",
                scene -> Attempt.post("/auth/totp/confirmation", Json.object("code", "no code")));
        ALL.put("renewRecoveryCodes", scene -> {
            scene.justSignedIn();
            return Attempt.post("/auth/totp/recovery-codes", null);
        });
        ALL.put("removeAuthenticatorApp", scene -> {
            scene.justSignedIn();
            return Attempt.post("/auth/totp/removal", null);
        });
        passkeys();
        ALL.put("getConfig", scene -> Attempt.get("/config"));
    }

    private static void passkeys() {
        ALL.put("listPasskeys", scene -> Attempt.get("/auth/passkeys"));
        ALL.put("beginPasskey", scene -> {
            scene.justSignedIn();
            return Attempt.post("/auth/passkeys/options", null);
        });
        ALL.put(
                "addPasskey",
                scene -> Attempt.post(
                        "/auth/passkeys", Json.object("clientDataJSON", "e30", "attestationObject", "oA")));
        ALL.put(
                "renamePasskey",
                scene -> Attempt.put("/auth/passkeys/" + Clinic.unique() + "/name", Json.object("name", "Telephone")));
        ALL.put("removePasskey", scene -> {
            scene.justSignedIn();
            return Attempt.post("/auth/passkeys/" + Clinic.unique() + "/removal", null);
        });
        ALL.put("beginPasskeySignIn", scene -> Attempt.post("/auth/passkeys/challenge", null));
        ALL.put(
                "signInWithPasskey",
                scene -> Attempt.post(
                        "/auth/passkeys/sign-in",
                        Json.object()
                                .set(
                                        "passkey",
                                        Json.object(
                                                "credentialId", "oA",
                                                "clientDataJSON", "e30",
                                                "authenticatorData", "oA",
                                                "signature", "oA",
                                                "userHandle", "oA"))));
        ALL.put(
                "giveSecondFactor",
                scene -> Attempt.post(
                        "/auth/google/second-factor", Json.object("token", Clinic.unique(), "code", "123456")));
    }

    private static void users() {
        ALL.put(
                "setUp",
                scene -> Attempt.post(
                        "/auth/setup",
                        Json.object(
                                "code", "any", "username", "user-" + Clinic.unique(), "password", SignedUp.PASSWORD)));
        ALL.put(
                "redeemPasswordReset",
                scene -> Attempt.post(
                        "/auth/password-reset",
                        Json.object("code", scene.resetCode(), "newPassword", SignedUp.PASSWORD)));
        ALL.put("searchUsers", scene -> Attempt.post("/users/search", Json.object("search", "nobody")));
        ALL.put("listUsers", scene -> Attempt.get("/users"));
        ALL.put("createUser", scene -> Attempt.post("/users", scene.user()));
        on("getUser", Scene::userAccount, (scene, user) -> Attempt.get(user(user)));
        on(
                "changeUser",
                Scene::userAccount,
                (scene, user) -> new Attempt("PATCH", user(user), Json.object("enabled", false), null));
        on("deleteUser", Scene::userAccount, (scene, user) -> Attempt.delete(user(user)));
        ALL.put("endSessionsOfUser", scene -> Attempt.delete(user(scene.userAccount()) + "/sessions"));
        ALL.put("refuseSecondFactorRemoval", scene -> Attempt.post("/auth/second-factor-removal/refusal", null));
        ALL.put(
                "confirmSecondFactorRemoval",
                scene -> Attempt.post(user(scene.userAccount()) + "/second-factor-removal/confirmation", null));
        ALL.put(
                "withdrawSecondFactorRemoval",
                scene -> Attempt.delete(user(scene.userAccount()) + "/second-factor-removal"));
        ALL.put(
                "askSecondFactorRemoval",
                scene -> Attempt.post(
                        user(scene.userAccount()) + "/second-factor-removal", Json.object("reason", "lost it")));
        ALL.put("issuePasswordReset", scene -> Attempt.post(user(scene.userAccount()) + "/password-reset", null));
    }

    private static String user(Answer user) {
        return "/users/" + user.at("/id");
    }

    private static SignedUp somebody() {
        return Somebody.KNOWN;
    }

    /** Hashing passwords takes time: one person signs in for all. */
    private static final class Somebody {
        static final SignedUp KNOWN = SignedUp.at(Clinic.ofTheSuite());
    }

    private static void patients() {
        ALL.put("searchPatients", scene -> Attempt.post("/patients/search", Json.object("search", "nobody")));
        ALL.put("listPatients", scene -> Attempt.get("/patients"));
        ALL.put("createPatient", scene -> Attempt.post("/patients", scene.person()));
        ALL.put("getPatient", scene -> Attempt.get(patient(scene)));
        ALL.put("replacePatient", scene -> Attempt.put(patient(scene), scene.corrected())
                .of(scene.seen(patient(scene))));
        ALL.put(
                "openFileInEmergency",
                scene -> Attempt.post("/patients/break-glass", scene.emergency(scene.clinic.aPatient())));
        ALL.put("listEmergencies", scene -> Attempt.get(patient(scene) + "/emergencies"));
        ALL.put("confirmPatient", scene -> Attempt.post(patient(scene) + "/confirmations", Json.object("email", true))
                .of(scene.seen(patient(scene))));
        ALL.put("listClashes", scene -> Attempt.get("/clashes"));
        ALL.put("exportPatient", scene -> Attempt.get(patient(scene) + "/export"));
        ALL.put("deletePatient", scene -> Attempt.delete(patient(scene))
                .of(scene.justSignedIn().seen(patient(scene))));
    }

    private static String patient(Scene scene) {
        return "/patients/" + scene.patient.id();
    }

    private static void insurance() {
        ALL.put("listInsurance", scene -> Attempt.get(patient(scene) + "/insurance"));
        ALL.put("createInsurance", scene -> Attempt.post(patient(scene) + "/insurance", scene.policy()));
        on("getInsurance", Scene::cover, (scene, cover) -> Attempt.get(cover(cover)));
        on("replaceInsurance", Scene::cover, (scene, cover) -> Attempt.put(cover(cover), scene.policy()));
        on(
                "confirmInsurance",
                Scene::cover,
                (scene, cover) -> Attempt.post(cover(cover) + "/confirmations", Json.object()));
        on("deleteInsurance", Scene::cover, (scene, cover) -> Attempt.delete(cover(cover)));
    }

    private static String cover(Answer cover) {
        return "/insurance/" + cover.at("/id");
    }

    private static void providers() {
        ALL.put("listProviders", scene -> Attempt.get("/providers"));
        ALL.put("getSpecializations", scene -> Attempt.get("/specializations"));
        ALL.put("createProvider", scene -> Attempt.post("/providers", scene.professional()));
        ALL.put("getProvider", scene -> Attempt.get(provider(scene)));
        ALL.put("replaceProvider", scene -> Attempt.put(provider(scene), scene.professional())
                .of(scene.seen(provider(scene))));
        ALL.put("deleteProvider", scene -> {
            Answer provider = scene.clinic
                    .admin()
                    .post("/providers", scene.professional())
                    .expect(201);
            return Attempt.delete("/providers/" + provider.at("/id")).of(provider);
        });
    }

    private static String provider(Scene scene) {
        return "/providers/" + scene.provider.id();
    }

    private static void calendars() {
        ALL.put("listAvailability", scene -> Attempt.get(provider(scene) + "/availability"));
        ALL.put("createAvailability", scene -> Attempt.post(provider(scene) + "/availability", scene.window()));
        on("getAvailability", Scene::availability, (scene, rule) -> Attempt.get("/availability/" + rule.at("/id")));
        on(
                "replaceAvailability",
                Scene::availability,
                (scene, rule) -> Attempt.put("/availability/" + rule.at("/id"), scene.window()));
        on(
                "deleteAvailability",
                Scene::availability,
                (scene, rule) -> Attempt.delete("/availability/" + rule.at("/id")));
        ALL.put("listExceptions", scene -> Attempt.get(provider(scene) + "/exceptions"));
        ALL.put("createException", scene -> Attempt.post(provider(scene) + "/exceptions", scene.absence()));
        on("getException", Scene::exception, (scene, absence) -> Attempt.get("/exceptions/" + absence.at("/id")));
        on(
                "replaceException",
                Scene::exception,
                (scene, absence) -> Attempt.put("/exceptions/" + absence.at("/id"), scene.absence()));
        on("deleteException", Scene::exception, (scene, absence) -> Attempt.delete("/exceptions/" + absence.at("/id")));
        ALL.put("listStranded", scene -> Attempt.get(provider(scene) + "/stranded"));
        ALL.put("watchSlots", scene -> Attempt.get("/slots/events?providerId=" + scene.provider.id()));
        ALL.put(
                "explainSlot",
                scene -> Attempt.get(
                        "/slots/explain?providerId=" + scene.provider.id() + "&start=" + scene.freeStart()));
        ALL.put("findSlots", scene -> {
            Instant from = scene.freeStart();
            return Attempt.get("/slots?providerId=" + scene.provider.id() + "&from=" + from + "&to="
                    + from.plus(Duration.ofDays(1)));
        });
    }

    private static void types() {
        ALL.put("listAppointmentTypes", scene -> Attempt.get("/appointment-types"));
        ALL.put("createAppointmentType", scene -> Attempt.post("/appointment-types", scene.type()));
        on("getAppointmentType", Scene::appointmentType, (scene, type) -> Attempt.get(type(type)));
        on("replaceAppointmentType", Scene::appointmentType, (scene, type) -> Attempt.put(type(type), scene.type()));
        on("deleteAppointmentType", Scene::appointmentType, (scene, type) -> Attempt.delete(type(type)));
    }

    private static void synonyms() {
        ALL.put("listSynonyms", scene -> Attempt.get("/synonyms"));
        ALL.put("createSynonym", scene -> Attempt.post("/synonyms", scene.wording()));
        on("getSynonym", Scene::synonym, (scene, synonym) -> Attempt.get(synonym(synonym)));
        on("replaceSynonym", Scene::synonym, (scene, synonym) -> Attempt.put(synonym(synonym), scene.wording()));
        on("deleteSynonym", Scene::synonym, (scene, synonym) -> Attempt.delete(synonym(synonym)));
    }

    private static String synonym(Answer synonym) {
        return "/synonyms/" + synonym.at("/id");
    }

    private static String type(Answer type) {
        return "/appointment-types/" + type.at("/id");
    }

    private static void holds() {
        ALL.put("holdTime", scene -> Attempt.post("/holds", scene.booking(scene.freeStart())));
        ALL.put("listHolds", scene -> Attempt.get("/holds"));
        on("getHold", Scene::hold, (scene, hold) -> Attempt.get("/holds/" + hold.at("/id")));
        on("releaseHold", Scene::hold, (scene, hold) -> Attempt.delete("/holds/" + hold.at("/id")));
    }

    private static void appointments() {
        ALL.put("listVisitPatients", scene -> Attempt.get("/appointments/patients?id=" + scene.patient.id()));
        ALL.put("listAppointments", scene -> Attempt.get("/appointments"));
        ALL.put("bookAppointment", scene -> Attempt.post("/appointments", scene.booking(scene.freeStart())));
        on("getAppointment", Scene::appointment, (scene, seen) -> Attempt.get(appointment(seen)));
        on("getAppointmentCalendar", Scene::appointment, (scene, seen) -> Attempt.get(appointment(seen) + "/calendar"));
        on("listAppointmentHistory", Scene::appointment, (scene, seen) -> Attempt.get(appointment(seen) + "/history"));
        on(
                "amendAppointment",
                Scene::appointment,
                (scene, seen) -> new Attempt("PATCH", appointment(seen), Json.object("reason", "a cough"), null));
        on(
                "rescheduleAppointment",
                Scene::appointment,
                (scene, seen) ->
                        Attempt.post(appointment(seen) + "/reschedule", Json.object("start", scene.freeStart())));
        on("cancelAppointment", Scene::appointment, (scene, seen) -> Attempt.post(appointment(seen) + "/cancel", null));
        on(
                "checkInAppointment",
                Scene::todaysAppointment,
                (scene, seen) -> Attempt.post(appointment(seen) + "/check-in", null));
        on(
                "completeAppointment",
                Scene::begunAppointment,
                (scene, seen) -> Attempt.post(appointment(seen) + "/complete", null));
        on(
                "correctAppointment",
                Scene::missedAppointment,
                (scene, seen) -> Attempt.post(
                        appointment(seen) + "/correct", Json.object("status", "completed", "reason", "a slip")));
        on("markNoShow", Scene::begunAppointment, (scene, seen) -> Attempt.post(appointment(seen) + "/no-show", null));
    }

    private static void records() {
        on(
                "getAppointmentRecord",
                Scene::record,
                (scene, record) -> Attempt.get("/appointments/" + record.at("/appointmentId") + "/record"));
        ALL.put(
                "writeAppointmentRecord",
                scene -> Attempt.put(appointment(scene.begunAppointment()) + "/record", scene.diagnosis()));
        on(
                "removeAppointmentRecord",
                Scene::record,
                (scene, record) -> new Attempt(
                        "DELETE",
                        "/appointments/" + record.at("/appointmentId") + "/record",
                        Json.object("reason", "a test"),
                        null));
        ALL.put("searchRecords", scene -> Attempt.post("/records/search", Json.object("diagnosis", "none")));
        ALL.put("listRecords", scene -> Attempt.get("/records"));
        on("getRecord", Scene::record, (scene, record) -> Attempt.get("/records/" + record.at("/id")));
        on(
                "listRecordVersions",
                Scene::record,
                (scene, record) -> Attempt.get("/records/" + record.at("/id") + "/versions"));
        ALL.put("getRecordEncryption", scene -> Attempt.get("/records/encryption"));
    }

    private static void audit() {
        ALL.put("getStatistics", scene -> Attempt.get("/statistics?from=2026-02-01&to=2026-02-28"));
        ALL.put("listAuditEntries", scene -> Attempt.get("/audit"));
        ALL.put("verifyAuditTrail", scene -> Attempt.get("/audit/verify"));
    }

    private static String appointment(Answer appointment) {
        return "/appointments/" + appointment.at("/id");
    }

    /** An operation on something that is made for this attempt; what changes it names the version that was seen. */
    private static void on(
            String operation,
            Function<Scene, Answer> make,
            java.util.function.BiFunction<Scene, Answer, Attempt> attempt) {
        ALL.put(operation, scene -> {
            Answer made = make.apply(scene);
            Attempt without = attempt.apply(scene, made);
            return without.method().equals("GET") ? without : without.of(made);
        });
    }
}
