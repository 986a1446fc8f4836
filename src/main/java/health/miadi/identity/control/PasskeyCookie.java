package health.miadi.identity.control;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What binds a challenge to the browser that was given it (R-AUTH-18): a cookie that no script reads and no other site's request brings along. The browser keeps it from
 * one challenge to the next, so that two of its pages do not take each other's away.
 */
public final class PasskeyCookie {
    /** What it is called. */
    public static final String NAME = "__Host-miadi-passkey";

    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9_-]{43}");

    private PasskeyCookie() {}

    /** The one of these values that has the form of ours. */
    public static Optional<String> of(List<String> values) {
        return values.stream().filter(value -> VALUE.matcher(value).matches()).findFirst();
    }

    /** A new value. */
    public static String newValue() {
        return OpaqueToken.random().text();
    }

    /** The header {@code Set-Cookie} that gives it to the browser. */
    public static String set(String value) {
        return NAME + "=" + value + "; Max-Age=" + PasskeyChallenges.LIFETIME.toSeconds()
                + "; Path=/; Secure; HttpOnly; SameSite=Strict";
    }
}
