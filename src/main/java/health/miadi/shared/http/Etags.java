package health.miadi.shared.http;

import health.miadi.shared.hash.Sha256;
import health.miadi.shared.version.ExpectedVersion;
import health.miadi.shared.version.Version;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** Whether the sender of a request has what has that tag, which something between may have made weak. */
    static boolean known(ContainerRequestContext request, String tag) {
        List<String> values = request.getHeaders().getOrDefault(HttpHeaders.IF_NONE_MATCH, List.of());
        return isAny(values) || members(values).anyMatch(member -> member.equals(tag) || member.equals("W/" + tag));
    }

    private static boolean isAny(List<String> values) {
        return values.size() == 1 && values.get(0).strip().equals(ANY);
    }

    private static Stream<String> members(List<String> values) {
        return values.stream().flatMap(value -> Arrays.stream(value.split(","))).map(String::strip);
    }
}
