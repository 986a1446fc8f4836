package health.miadi.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Somebody who registered with a password, and signs in with it. Hashing it takes time: it is hashed once,
 * and checked quickly ever after. Tests that need only a caller take {@link Accounts}.
 *
 * @param registered the answer to the registration, which holds the first tokens
 */
public record SignedUp(Api api, String email, Answer registered) {
    /** The password of all of them. */
    public static final String PASSWORD = "a quiet river in October";

    /** Registers somebody new. */
    public static SignedUp at(Clinic clinic) {
        String email = "person-" + Clinic.unique() + "@example.org";
        Answer answer =
                clinic.anonymous().post("/auth/register", registration(email)).expect(201);
        clinic.accounts().login(email);
        return new SignedUp(clinic.anonymous(), email, answer);
    }

    /** What they register with. */
    public static ObjectNode registration(String email) {
        return Json.object(
                "email", email,
                "password", PASSWORD,
                "firstName", "Per",
                "lastName", "Son",
                "dateOfBirth", "1990-12-31");
    }

    /** Signs in once more. */
    public Answer login() {
        return api.post("/auth/login", credentials()).expect(200);
    }

    /** The name and the password. */
    public ObjectNode credentials() {
        return Json.object("username", email, "password", PASSWORD);
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "SignedUp";
    }
}
