package health.miadi.identity.control.openid;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What binds a sign-in that is under way to the browser that began it: the {@code state} and {@code nonce} of OpenID
 * Connect, in a cookie that no script reads and no other site's request brings along, but for the way back from the
 * provider.
 */
public record FlowCookie(String state, String nonce) {
    /** What it is called. */
    public static final String NAME = "__Host-miadi-openid";

    private static final String ATTRIBUTES = "; Path=/; Secure; HttpOnly; SameSite=Lax";
    private static final Pattern VALUE = Pattern.compile("([A-Za-z0-9-]{16,64})\\.([A-Za-z0-9_-]{16,128})");

    /** The one of these values that has the form of ours. */
    public static Optional<FlowCookie> of(List<String> values) {
        return values.stream()
                .map(VALUE::matcher)
                .filter(Matcher::matches)
                .map(value -> new FlowCookie(value.group(1), value.group(2)))
                .findFirst();
    }

    /** Whether that is the state of this sign-in. */
    boolean isOf(@Nullable String given) {
        return given != null && MessageDigest.isEqual(bytes(given), bytes(state));
    }

    /** The header {@code Set-Cookie} that gives it to the browser. */
    public String set() {
        return NAME + "=" + state + "." + nonce + "; Max-Age=" + OpenIdFlows.LIFETIME.toSeconds() + ATTRIBUTES;
    }

    /** The header {@code Set-Cookie} that takes it away. */
    public static String clear() {
        return NAME + "=; Max-Age=0" + ATTRIBUTES;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Says nothing of the secrets. */
    @Override
    public String toString() {
        return "FlowCookie";
    }
}
