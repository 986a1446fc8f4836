package health.miadi.testing;

import health.miadi.identity.entity.TimeCode;
import java.time.Clock;
import java.util.UUID;

/** An authenticator app of somebody's, and what a test does to have its next code at once. */
public final class TestApp {
    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final Clinic clinic;
    private final UUID user;
    private final byte[] secret;

    /** The app of that user, to which that secret was told. */
    public TestApp(Clinic clinic, UUID user, String secret) {
        this.clinic = clinic;
        this.user = user;
        this.secret = decoded(secret);
    }

    /** Sets an app up for that account, by the API, and keeps its session. */
    public static TestApp setUp(Clinic clinic, Api api, UUID user, Object proof) {
        Answer begun = api.post("/auth/totp", proof).expect(200);
        TestApp app = new TestApp(clinic, user, begun.at("/secret"));
        api.post("/auth/totp/confirmation", Json.object("code", app.code())).expect(200);
        return app.later();
    }

    /** The code that it shows now. */
    public String code() {
        return TimeCode.at(secret, TimeCode.step(Clock.systemUTC().instant()));
    }

    /** A code that it does not show, and has not for long. */
    public String wrongCode() {
        return TimeCode.at(secret, TimeCode.step(Clock.systemUTC().instant()) - 1_000);
    }

    /** As if a while had gone by: what was used does not count any more. */
    public TestApp later() {
        clinic.database().update("UPDATE authenticator_apps SET last_step = 0 WHERE user_id = ?", user);
        return this;
    }

    private static byte[] decoded(String text) {
        byte[] bytes = new byte[text.length() * 5 / Byte.SIZE];
        int bits = 0;
        int held = 0;
        int filled = 0;
        for (char sign : text.toCharArray()) {
            bits = bits << 5 | BASE_32.indexOf(sign);
            held += 5;
            if (held >= Byte.SIZE) {
                held -= Byte.SIZE;
                bytes[filled++] = (byte) (bits >> held);
                bits &= (1 << held) - 1;
            }
        }
        return bytes;
    }

    /** Nothing of it. */
    @Override
    public String toString() {
        return "TestApp";
    }
}
