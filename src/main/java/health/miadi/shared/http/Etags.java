package health.miadi.shared.http;

import health.miadi.shared.problem.ProblemType;
import health.miadi.shared.problem.Refusal;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Entity tags and the preconditions that name them (RFC 9110, section 13); R-BOOK-11. */
public final class Etags {
    /** The caller alone may keep it, and asks whether it still stands before using it again. */
    private static final String REVALIDATED = "private, no-cache";

    private Etags() {}

    /** The strong tag of one version of one resource, quoted. */
    public static String of(UUID id, int version) {
        return "\"" + id.toString().substring(24) + "-" + version + "\"";
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
        String tag = of(id, version);
        return ifNoneMatch != null && names(ifNoneMatch, tag)
                ? Response.notModified()
                        .header(HttpHeaders.ETAG, tag)
                        .header(HttpHeaders.CACHE_CONTROL, REVALIDATED)
                        .build()
                : ok(id, version, body);
    }

    /** 200 with the body and its tag. */
    public static Response ok(UUID id, int version, Object body) {
        return Response.ok(body)
                .header(HttpHeaders.ETAG, of(id, version))
                .header(HttpHeaders.CACHE_CONTROL, REVALIDATED)
                .build();
    }

    private static boolean names(String header, String tag) {
        return header.strip().equals("*")
                || Arrays.stream(header.split(",")).map(String::strip).anyMatch(tag::equals);
    }
}
