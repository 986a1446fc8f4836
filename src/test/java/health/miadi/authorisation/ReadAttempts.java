package health.miadi.authorisation;

import health.miadi.testing.Answer;
import health.miadi.testing.Api;
import health.miadi.testing.Clinic;

/** How each GET is tried so that there is something of the scene's patient to be seen: most as {@link Attempts} has them. */
final class ReadAttempts {
    private ReadAttempts() {}

    static Attempt of(String operation, Scene scene, Who who) {
        return switch (operation) {
            case "findSlots", "explainSlot" -> forThePatient(Attempts.of(operation, scene), scene);
            case "listInsurance" -> {
                scene.cover();
                yield Attempts.of(operation, scene);
            }
            case "listEmergencies" -> {
                scene.clinic
                        .aProvider()
                        .api()
                        .post("/patients/break-glass", scene.emergency(scene.patient))
                        .expect(200);
                yield Attempts.of(operation, scene);
            }
            case "listRecords", "exportPatient" -> {
                scene.record();
                yield Attempts.of(operation, scene);
            }
            case "listStranded" -> {
                strand(scene);
                yield Attempts.of(operation, scene);
            }
            case "listClashes" -> {
                scene.clash();
                yield Attempts.of(operation, scene);
            }
            case "listExceptions" -> {
                absence(scene);
                yield Attempts.of(operation, scene);
            }
            case "getException" -> Attempt.get("/exceptions/" + absence(scene).at("/id"));
            case "listHolds" -> {
                hold(scene, who);
                yield Attempts.of(operation, scene);
            }
            case "getHold" -> Attempt.get("/holds/" + hold(scene, who).at("/id"));
            default -> Attempts.of(operation, scene);
        };
    }

    private static Attempt forThePatient(Attempt attempt, Scene scene) {
        return Attempt.get(attempt.path() + "&patientId=" + scene.patient.id());
    }

    private static void strand(Scene scene) {
        scene.clinic
                .admin()
                .post("/appointments", scene.anyway(scene.nightStart()))
                .expect(201);
    }

    private static Answer absence(Scene scene) {
        return scene.clinic
                .admin()
                .post(
                        "/providers/" + scene.provider.id() + "/exceptions",
                        scene.absence().put("reason", "jury duty"))
                .expect(201);
    }

    /** The caller's own hold of the patient's, where the caller may have one. */
    private static Answer hold(Scene scene, Who who) {
        if (who != Who.PROVIDER && who != Who.ADMIN) {
            return scene.hold();
        }
        Api staff = scene.as(who).with("X-Forwarded-For", Clinic.newAddress());
        return staff.post("/holds", scene.booking(scene.freeStart())).expect(201);
    }
}
