package health.miadi.shared.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import health.miadi.shared.http.Etags;
import health.miadi.shared.http.Json;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;

/**
 * The answer to a creation, in the form in which it can be kept and given again.
 *
 * @param location path of what was created
 * @param etag its entity tag, quoted
 * @param body its JSON
 */
public record Created(String location, String etag, String body) {
    /** The answer for a new resource. */
    public static Created of(String location, UUID id, int version, Object body) {
        try {
            return new Created(location, Etags.of(id, version), Json.mapper().writeValueAsString(body));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("an answer cannot be written as JSON", broken);
        }
    }

    /** 201 with {@code Location} and {@code ETag}. */
    Response response() {
        return Response.created(URI.create(location))
                .header(HttpHeaders.ETAG, etag)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(body)
                .build();
    }

    /** Says nothing of it. */
    @Override
    public String toString() {
        return "Created";
    }
}
