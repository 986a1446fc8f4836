package health.miadi.shared.http;

import health.miadi.shared.version.ExpectedVersion;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;

/** The header {@code If-Match} of a change (RFC 9110, section 13.1.1). */
public class IfMatch {
    @HeaderParam(HttpHeaders.IF_MATCH)
    List<String> values = List.of();

    /** From which version the change starts. */
    public ExpectedVersion version() {
        return Etags.expected(values);
    }
}
