package health.miadi.identity.control.openid;

import health.miadi.shared.problem.Refusal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A page of Miadi's own where a browser lands after signing in. Anything that a browser might take for another site's
 * address is none: {@code //site}, a scheme, backslashes, control characters, and whatever is encoded.
 */
public record Landing(String path) {
    /** The front page. */
    static final Landing FRONT_PAGE = new Landing("/");

    private static final int LONGEST = 500;
    private static final Pattern LOCAL = Pattern.compile(
            "/(?:[A-Za-z0-9._~-]+(?:/[A-Za-z0-9._~-]+)*/?)?(?:\\?[A-Za-z0-9._~/=&+,:-]*)?(?:#[A-Za-z0-9._~/=&+,:-]*)?");

    /**
     * The page that a client asks for, the front page by default.
     *
     * @throws Refusal {@code validation} when it is no page of Miadi's own
     */
    public static Landing of(@Nullable String wish) {
        if (wish == null) {
            return FRONT_PAGE;
        }
        if (wish.length() > LONGEST
                || wish.startsWith("/api/")
                || !LOCAL.matcher(wish).matches()) {
            throw Refusal.invalid("redirect", "must be a path on this server, such as /appointments");
        }
        return new Landing(wish);
    }
}
