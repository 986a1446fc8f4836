package health.miadi.shared.problem;

import health.miadi.shared.refusal.Fact;
import java.util.Arrays;
import java.util.Optional;

/** What HTTP makes of each fact, which clients can rely on: a stable URI {@code /problems/<slug>}, a status and a title (RFC 9457). */
public enum ProblemType implements Fact {
    VALIDATION(400, "The request is not valid", "Correct the fields that the errors name and send the request again."),
    SIGN_IN_FAILED(400, "Signing in did not work", "Begin again; nothing was changed."),
    UNAUTHENTICATED(
            401,
            "Sign in first",
            "Send a valid access token in the Authorization header; sign in again for a new one."),
    SECOND_FACTOR_REQUIRED(
            401,
            "A second factor is needed as well",
            "Send the same again, with the code of your authenticator app, a recovery code, or your passkey."),
    FORBIDDEN(403, "Not allowed", "Your role does not have this action. Ask an administrator of the clinic."),
    SECOND_FACTOR_MISSING(
            403,
            "Set up a second factor first",
            "Your role has to have one: add a passkey or set up an authenticator app, renew the session, and ask again."),
    SIGN_IN_AGAIN(403, "Sign in again first", "Sign out, sign in again, and ask once more at once."),
    EMAIL_NOT_VERIFIED(403, "The e-mail address is not verified", "Verify it at the provider, then sign in again."),
    ACCOUNT_CLOSED(403, "The account is closed", "Ask the clinic; an administrator can open it again."),
    NOT_FOUND(404, "Not found", "Check the address: nothing that you may see is there."),
    METHOD_NOT_ALLOWED(405, "Method not allowed", "Use one of the methods that the Allow header names."),
    NOT_ACCEPTABLE(
            406, "Not acceptable", "Ask for a media type that this address has: application/json almost everywhere."),
    BODY_TIMEOUT(408, "The body did not arrive", "Send the request again, all of it at once."),
    DUPLICATE(
            409, "Already taken", "Something with the same value exists already. Use another value, or use that one."),
    IN_USE(409, "Still in use", "Other data refers to this. Remove or change that first, or make this one inactive."),
    SLOT_TAKEN(409, "The time is taken", "Somebody was faster. Choose one of the next offered starts."),
    PATIENT_BUSY(
            409,
            "The patient is busy",
            "The patient has another appointment at that time, or holds another time. Choose another time, or release the hold."),
    ILLEGAL_TRANSITION(
            409, "Not possible in this status", "The detail names what is allowed from the status it has now."),
    LAST_ADMIN(
            409,
            "The clinic's last admin",
            "Make somebody else an admin first: a clinic without one could not be run any more."),
    ACCOUNT_CONFLICT(409, "Another account has this", "Sign in with the account that exists already."),
    ONLY_SIGN_IN(409, "The only way to sign in", "Set a password first: without one nobody could sign in any more."),
    IDEMPOTENCY_IN_FLIGHT(
            409, "The first request still runs", "Wait a moment and send the same request with the same key again."),
    HOLD_EXPIRED(410, "The hold has expired", "Hold the time again, or choose another."),
    STALE(
            412,
            "Changed in the meantime",
            "Read it again, look at what changed, and send your change with its new ETag."),
    PAYLOAD_TOO_LARGE(413, "Too large", "Send a smaller body."),
    URI_TOO_LONG(414, "Address too long", "Send a shorter address."),
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type", "Send application/json in UTF-8."),
    IDEMPOTENCY_MISMATCH(422, "The key belongs to another request", "Use a new Idempotency-Key for every new request."),
    HOLD_LIMIT(422, "You hold too many times", "Book or release one of your holds first."),
    HOLD_MISMATCH(422, "The hold is for something else", "Book what the hold is for, or book without it."),
    VISIT_LIMIT(
            422,
            "You can book no more by yourself now",
            "Cancel a visit that you do not need, come back tomorrow, or call the clinic: its staff can book more."),
    SLOT_NOT_OFFERED(422, "The time is not offered", "Choose a start that the search offers."),
    NOTICE_TOO_SHORT(422, "Too soon", "Choose a later start."),
    BEYOND_HORIZON(422, "Too far ahead", "Choose an earlier start."),
    DAILY_LIMIT(422, "The day is full", "Choose another day."),
    PROVIDER_INACTIVE(422, "The provider takes no appointments", "Choose another provider."),
    CANCELLATION_TOO_LATE(422, "Too late to change it yourself", "Call the clinic: its staff can still change it."),
    PRECONDITION_REQUIRED(428, "Say which version you change", "Send the ETag of what you read as If-Match."),
    RATE_LIMITED(429, "Too many attempts", "Wait for the time that Retry-After gives."),
    HEADERS_TOO_LARGE(431, "Headers too large", "Send fewer or shorter headers."),
    INTERNAL(500, "Something went wrong here", "Try again later, and tell us the request id if it stays."),
    RECORD_UNREADABLE(
            500,
            "The record cannot be decrypted",
            "Tell the operator the request id: its key is missing, or somebody changed what is stored."),
    UNAVAILABLE(503, "Busy", "Try again after the time that Retry-After gives.");

    private final int status;
    private final String title;
    private final String advice;

    ProblemType(int status, String title, String advice) {
        this.status = status;
        this.title = title;
        this.advice = advice;
    }

    /** The HTTP status that it is answered with. */
    public int status() {
        return status;
    }

    /** A short title for people, the same at every occurrence. */
    public String title() {
        return title;
    }

    /** What a client can do about it. */
    public String advice() {
        return advice;
    }

    /** Its URI, relative to the server. */
    public String uri() {
        return "/problems/" + slug();
    }

    /** The type of a problem that tells of that fact: the one of its name. */
    public static ProblemType of(Fact fact) {
        return valueOf(fact.name());
    }

    /** The type with that slug, if there is one. */
    public static Optional<ProblemType> ofSlug(String slug) {
        return Arrays.stream(values()).filter(type -> type.slug().equals(slug)).findFirst();
    }

    /** The general type for a status that a server answered on its own. */
    public static ProblemType ofStatus(int status) {
        return switch (status) {
            case 401 -> UNAUTHENTICATED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405, 501 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 408 -> BODY_TIMEOUT;
            case 413 -> PAYLOAD_TOO_LARGE;
            case 414 -> URI_TOO_LONG;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 429 -> RATE_LIMITED;
            case 431 -> HEADERS_TOO_LARGE;
            case 503 -> UNAVAILABLE;
            default -> status >= 400 && status < 500 ? VALIDATION : INTERNAL;
        };
    }
}
