package health.miadi.shared.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.UUID;

/**
 * What a resource answers together with its version, which the answer carries as its entity tag. A read whose caller has that version
 * already is answered without the body ({@link VersionFilter}).
 *
 * @param tag the strong entity tag, quoted
 * @param body what is answered
 * @param isWhole whether the tag tells all that the body says; if not, nobody is told that they have it already
 */
public record Versioned<T>(String tag, T body, boolean isWhole) {
    /** One version of one thing. */
    public static <T> Versioned<T> of(UUID id, int version, T body) {
        return new Versioned<>(Etags.of(id, version), body, true);
    }

    /** What is put together from several things and has no version: the tag is a hash of its JSON. */
    public static <T> Versioned<T> ofContent(T body) {
        try {
            return new Versioned<>(Etags.ofContent(Json.mapper().writeValueAsBytes(body)), body, true);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("an answer cannot be written as JSON", broken);
        }
    }

    /** The same, of which something is told that belongs to no version of it. */
    public Versioned<T> withMore() {
        return new Versioned<>(tag, body, false);
    }

    /** Nothing of it. */
    @Override
    public String toString() {
        return "Versioned";
    }
}
