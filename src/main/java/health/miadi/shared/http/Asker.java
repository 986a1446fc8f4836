package health.miadi.shared.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** What kind of client asks, as its {@code Accept} tells: some operations serve browsers and programs alike. */
public enum Asker {
    /** Names {@code text/html}: a person looks at the answer. */
    BROWSER,
    /** Names {@code application/json} and no page. */
    PROGRAM,
    /** Takes anything. */
    ANYBODY;

    /** The kind of client that sent these headers. */
    public static Asker of(HttpHeaders headers) {
        List<MediaType> wanted = headers.getAcceptableMediaTypes();
        if (wanted.stream().anyMatch(type -> names(type, MediaType.TEXT_HTML_TYPE))) {
            return BROWSER;
        }
        return wanted.stream().anyMatch(type -> names(type, MediaType.APPLICATION_JSON_TYPE)) ? PROGRAM : ANYBODY;
    }

    private static boolean names(MediaType wanted, MediaType type) {
        return !wanted.isWildcardType() && !wanted.isWildcardSubtype() && wanted.isCompatible(type);
    }
}
