package health.miadi.authorisation;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.testing.Api;
import health.miadi.testing.Clinic;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever has to have a second factor and has none does nothing but set one up, in any operation of the document (R-AUTH-10). */
class SecondFactorGateIT {
    private static final Set<String> OPEN = Set.of(
            "login",
            "register",
            "refresh",
            "logout",
            "getMe",
            "getConfig",
            "setUp",
            "redeemPasswordReset",
            "startGoogleSignIn",
            "finishGoogleSignIn",
            "giveSecondFactor",
            "beginPasskeySignIn",
            "signInWithPasskey",
            "listPasskeys",
            "beginPasskey",
            "addPasskey",
            "listAccountEvents",
            "markAccountEventsRead",
            "getAuthenticatorApp",
            "beginAuthenticatorApp",
            "confirmAuthenticatorApp",
            "renewRecoveryCodes",
            "removeAuthenticatorApp");

    private final Clinic clinic = Clinic.ofTheSuite();

    private Api whoLacksIt(String role) {
        String name = role + "-" + Clinic.unique();
        UUID id = UUID.randomUUID();
        clinic.database()
                .update(
                        "INSERT INTO users (id, username, role, enabled, created_at, updated_at)"
                                + " SELECT ?, ?, 'admin', true, now(), now()",
                        id,
                        name);
        UUID session = clinic.accounts().openSession(id);
        return clinic.as(clinic.accounts().token(claims -> claims.subject(id.toString())
                .claim("sid", session.toString())
                .claim("upn", name)
                .claim("groups", List.of(role))
                .claim("lacks", "second-factor")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "provider", "patient"})
    void everyOtherOperationIsRefused(String role) {
        Api api = whoLacksIt(role).outsideTheContract();
        Map<String, String> operations = Operations.all();
        assertThat(operations.keySet()).containsAll(OPEN);
        Set<String> refused = new TreeSet<>();
        operations.forEach((id, operation) -> {
            if (!OPEN.contains(id)) {
                String[] words = operation.split(" ");
                String path = words[1].replaceFirst("^/api/v1", "")
                        .replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
                api.send(words[0].toUpperCase(Locale.ROOT), path, null).expectProblem(403, "second-factor-missing");
                refused.add(id);
            }
        });
        assertThat(refused).hasSizeGreaterThan(60);
    }

    @Test
    void settingOneUpIsNot() {
        Api api = whoLacksIt("admin");
        api.get("/auth/me").expect(200);
        api.get("/config").expect(200);
        api.get("/auth/totp").expect(200);
        api.post("/auth/totp").expect(200);
        api.post("/auth/logout").expect(204);
    }
}
