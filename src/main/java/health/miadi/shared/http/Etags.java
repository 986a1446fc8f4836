package health.miadi.shared.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import health.miadi.shared.hash.Sha256;
import health.miadi.shared.problem.ProblemType;
import health.miadi.shared.problem.Refusal;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Entity tags and the preconditions that name them (RFC 9110, section 13); R-BOOK-11. */
public final class Etags {
    /** Enough that no two contents meet. */
    private static final int HASH_BYTES = 16;

    private Etags() {}

    /** The strong tag of one version of one resource, quoted. */
    public static String of(UUID id, int version) {
        return "\"" + id.toString().substring(24) + "-" + version + "\"";
    }

    /** The strong tag of what is put together from several things and has no version: a hash of all of it, quoted. */
    public static String ofContent(byte[] content) {
        return "\"" + HexFormat.of().formatHex(Sha256.of(content), 0, HASH_BYTES) + "\"";
    }

    /**
     * Refuses a change whose precondition does not hold.
     *
     * @throws Refusal {@code precondition-required} when the header is missing, {@code stale} when it names another
     *     version
     */
    public static void requireMatch(@Nullable String ifMatch, UUID id, int version) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Refusal.of(
                    ProblemType.PRECONDITION_REQUIRED,
                    "R-BOOK-11",
                    "Send the ETag of the version that you change as If-Match.");
        }
        if (!names(ifMatch, of(id, version))) {
            throw Refusal.of(
                    ProblemType.STALE,
                    "R-BOOK-11",
                    "It was changed since you read it. Read it again before you change it.");
        }
    }

    /** The answer to a read: 200 with the body, or 304 when the caller has this version already. */
    public static Response answer(@Nullable String ifNoneMatch, UUID id, int version, Object body) {
        return answer(ifNoneMatch, of(id, version), () -> Response.ok(body));
    }

    /** The same for what has a tag of its own. */
    public static Response answer(@Nullable String ifNoneMatch, String tag, Supplier<Response.ResponseBuilder> body) {
        boolean known = ifNoneMatch != null && names(ifNoneMatch, tag);
        return tagged(known ? Response.notModified() : body.get(), tag);
    }

    /** The same for what is put together from several things and has no version: the tag is a hash of its JSON. */
    public static Response answer(@Nullable String ifNoneMatch, Object body) {
        try {
            return answer(ifNoneMatch, ofContent(Json.mapper().writeValueAsBytes(body)), () -> Response.ok(body));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("an answer cannot be written as JSON", broken);
        }
    }

    /** 200 with the body and its tag. */
    public static Response ok(UUID id, int version, Object body) {
        return tagged(Response.ok(body), of(id, version));
    }

    private static Response tagged(Response.ResponseBuilder answer, String tag) {
        return answer.header(HttpHeaders.ETAG, tag).build();
    }

    private static boolean names(String header, String tag) {
        return header.strip().equals("*")
                || Arrays.stream(header.split(",")).map(String::strip).anyMatch(tag::equals);
    }
}
