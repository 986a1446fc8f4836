package health.miadi.authorisation;

import health.miadi.testing.Answer;
import health.miadi.testing.Api;
import health.miadi.testing.Clinic;
import org.jspecify.annotations.Nullable;

/**
 * A request that is right in everything but, perhaps, who sends it.
 *
 * @param ifMatch the precondition, null for none
 */
public record Attempt(
        String method,
        String path,
        @Nullable Object body,
        @Nullable String ifMatch) {

    static Attempt get(String path) {
        return new Attempt("GET", path, null, null);
    }

    static Attempt post(String path, @Nullable Object body) {
        return new Attempt("POST", path, body, null);
    }

    static Attempt put(String path, @Nullable Object body) {
        return new Attempt("PUT", path, body, null);
    }

    static Attempt delete(String path) {
        return new Attempt("DELETE", path, null, null);
    }

    /** The same for the version that was seen. */
    Attempt of(Answer seen) {
        return new Attempt(method, path, body, seen.etag());
    }

    /** Sent by that caller, from a place of its own: wrong passwords of one attempt do not slow the next (R-AUTH-6). */
    public Answer by(Api api) {
        Api elsewhere = api.with("X-Forwarded-For", Clinic.newAddress());
        Api caller = ifMatch == null ? elsewhere : elsewhere.ifMatch(ifMatch);
        return method.equals("PATCH") ? caller.patch(path, String.valueOf(body)) : caller.send(method, path, body);
    }
}
