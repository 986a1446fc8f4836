package health.miadi.testing.contract;

import java.net.URI;
import java.net.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer.
 *
 * @param requestBody the body as sent, null if there was none
 * @param answerBody the body as received, empty if there was none
 */
public record Exchange(
        String method,
        URI uri,
        HttpHeaders requestHeaders,
        @Nullable String requestBody,
        int status,
        HttpHeaders answerHeaders,
        String answerBody) {

    /** The media type of the request without its parameters, empty if it had none. */
    String requestType() {
        return mediaType(requestHeaders);
    }

    /** The media type of the answer without its parameters, empty if it had none. */
    String answerType() {
        return mediaType(answerHeaders);
    }

    private static String mediaType(HttpHeaders headers) {
        return headers.firstValue("Content-Type").orElse("").replaceFirst("\\s*;.*", "");
    }

    @Override
    public String toString() {
        return method + " " + uri.getPath() + " -> " + status;
    }
}
