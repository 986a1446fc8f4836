package health.miadi.shared.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import health.miadi.shared.hash.Sha256;
import health.miadi.shared.version.ExpectedVersion;
import health.miadi.shared.version.Version;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Entity tags and the preconditions that name them (RFC 9110, section 13); R-BOOK-11. */
public final class Etags {
    /** Enough that no two contents meet. */
    private static final int HASH_BYTES = 16;

    private static final String ANY = "*";
    private static final Pattern OURS = Pattern.compile("\"([0-9a-f]{12})-(\\d{1,9})\"");

    private Etags() {}

    /** The strong tag of one version of one resource, quoted. */
    public static String of(UUID id, int version) {
        Version named = Version.of(id, version);
        return "\"" + named.thing() + "-" + named.number() + "\"";
    }

    /** The strong tag of what is put together from several things and has no version: a hash of all of it, quoted. */
    public static String ofContent(byte[] content) {
        return "\"" + HexFormat.of().formatHex(Sha256.of(content), 0, HASH_BYTES) + "\"";
    }

    /** The versions that the values of {@code If-Match} name. A weak tag names none: it is compared strongly. */
    static ExpectedVersion expected(List<String> values) {
        if (values.stream().allMatch(String::isBlank)) {
            return ExpectedVersion.none();
        }
        return isAny(values)
                ? ExpectedVersion.any()
                : ExpectedVersion.of(members(values)
                        .map(OURS::matcher)
                        .filter(Matcher::matches)
                        .map(Etags::version)
                        .collect(Collectors.toSet()));
    }

    private static Version version(Matcher tag) {
        return new Version(tag.group(1), Integer.parseInt(tag.group(2)));
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
        return isAny(List.of(header)) || members(List.of(header)).anyMatch(tag::equals);
    }

    private static boolean isAny(List<String> values) {
        return values.size() == 1 && values.get(0).strip().equals(ANY);
    }

    private static Stream<String> members(List<String> values) {
        return values.stream().flatMap(value -> Arrays.stream(value.split(","))).map(String::strip);
    }
}
