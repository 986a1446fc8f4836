package health.miadi.identity.control.openid;

import health.miadi.shared.refusal.Fact;
import health.miadi.shared.refusal.Refusal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A page of Miadi's own where a browser lands after signing in. Anything that a browser might take for another site's
 * address is none: {@code //site}, a scheme, backslashes, control characters, and whatever is encoded.
 */
public record Landing(String path) {
    /** The front page. */
    static final Landing FRONT_PAGE = new Landing("/");

    private static final String SIGN_IN = "/app/sign-in";
    private static final int LONGEST = 500;
    private static final Pattern LOCAL = Pattern.compile(
            "/(?:[A-Za-z0-9._~-]+(?:/[A-Za-z0-9._~-]+)*/?)?(?:\\?[A-Za-z0-9._~/=&+,:-]*)?(?:#[A-Za-z0-9._~/=&+,:-]*)?");

    /**
     * Where a browser is told that it was refused, in the words of the front end: the page on which it wanted to link an account, or else the
     * sign-in, which leads on to the page that it wanted.
     *
     * @param flow null when it is not known any more
     */
    public static Landing refused(Fact fact, @Nullable OpenIdFlow flow) {
        String refused = "refused=" + fact.slug();
        if (flow == null) {
            return new Landing(SIGN_IN + "?" + refused);
        }
        String wanted = flow.landing().path();
        if (flow.linking() == null) {
            return new Landing(SIGN_IN + "?" + refused + "&next=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8));
        }
        String page = wanted.replaceFirst("#.*", "");
        return new Landing(page + (page.contains("?") ? "&" : "?") + refused);
    }

    /** Where a browser is asked for the second factor of its user, and goes on from afterwards. */
    public static Landing secondStep(OpenIdFlow flow) {
        return new Landing(SIGN_IN + "?step=second&next="
                + URLEncoder.encode(flow.landing().path(), StandardCharsets.UTF_8));
    }

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
