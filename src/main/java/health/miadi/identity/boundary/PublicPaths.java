package health.miadi.identity.boundary;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/**
 * Where nobody is asked who they are. A token that comes along is not looked at: whoever signs in again may still carry
 * the expired one.
 */
final class PublicPaths {
    private static final String API = "/api/v1/";
    private static final Set<String> IN_THE_API = Set.of(
            API + "auth/login",
            API + "auth/register",
            API + "auth/refresh",
            API + "auth/google",
            API + "auth/google/callback",
            API + "auth/google/second-factor",
            API + "auth/passkeys/challenge",
            API + "auth/passkeys/sign-in",
            API + "auth/password-reset",
            API + "auth/setup",
            API + "config");

    /** All that somebody may do who has to have a second factor and has none (R-AUTH-10), besides what anybody may. */
    private static final Set<String> FOR_SETTING_UP = Set.of(
            API + "auth/me",
            API + "auth/logout",
            API + "auth/events",
            API + "auth/events/read",
            API + "auth/totp",
            API + "auth/totp/confirmation",
            API + "auth/totp/recovery-codes",
            API + "auth/totp/removal",
            API + "auth/passkeys",
            API + "auth/passkeys/options");

    private PublicPaths() {}

    /** Where somebody may go who has to have a second factor and has none. */
    static boolean areForSettingUp(HttpServletRequest request) {
        return areForSettingUp(pathOf(request));
    }

    /** By its path below the context; one that is written in an unusual way is none of these. */
    static boolean areForSettingUp(String path) {
        return FOR_SETTING_UP.contains(path);
    }

    static boolean contain(HttpServletRequest request) {
        return contain(pathOf(request));
    }

    /** Where a session ends: a token that is right says which, and one that has expired keeps nobody from it (R-AUTH-3). */
    static boolean isSignOut(HttpServletRequest request) {
        return pathOf(request).equals(API + "auth/logout");
    }

    private static String pathOf(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    /** By its path below the context; one that is written in an unusual way is none of these. */
    static boolean contain(String path) {
        return IN_THE_API.contains(path) || !path.startsWith("/api/");
    }
}
