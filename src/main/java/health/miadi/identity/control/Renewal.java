package health.miadi.identity.control;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a refresh token that is presented (R-AUTH-2). Why this tells a browser's late request from a thief's, and
 * what a thief can gain by it, is told in {@code docs/adr/0012-sessions.md}.
 */
enum Renewal {
    /** The newest: it is used now, and its successor is answered. */
    ROTATED,
    /**
     * The newest, which somebody else of the same browser was given lately: it stays the newest. Were it used now, the
     * answer to the other could arrive last, and leave a used token in the browser.
     */
    PUT_OFF,
    /** Used so lately that the request may have left before the answer to that use arrived: the newest is answered. */
    REPEATED,
    /** Used too long ago for that: two hold it, and the session ends. */
    REUSED;

    /**
     * Decides.
     *
     * @param usedAt when it was used, null for the newest
     * @param repeatedAt when it was last handed out once more, null if never
     * @param since what happened then or later may still have messages on their way
     */
    static Renewal of(@Nullable Instant usedAt, @Nullable Instant repeatedAt, Instant since) {
        if (usedAt != null) {
            return usedAt.isBefore(since) ? REUSED : REPEATED;
        }
        return repeatedAt == null || repeatedAt.isBefore(since) ? ROTATED : PUT_OFF;
    }
}
