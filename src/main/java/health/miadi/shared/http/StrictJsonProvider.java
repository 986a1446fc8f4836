package health.miadi.shared.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import health.miadi.shared.problem.Problem;
import health.miadi.shared.refusal.FieldError;
import health.miadi.shared.refusal.Refusal;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes every JSON body. A body is parsed strictly ({@link Json}), then its constraints are checked, and
 * what is wrong is answered with JSON pointers (RFC 6901), all faults at once where they can be found at once.
 */
@Provider
@Priority(StrictJsonProvider.BEFORE_THE_SERVERS_OWN)
@Consumes({MediaType.APPLICATION_JSON, StrictJsonProvider.MERGE_PATCH})
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
public class StrictJsonProvider implements MessageBodyReader<Object>, MessageBodyWriter<Object> {
    /** The media type of a JSON merge patch (RFC 7396). */
    public static final String MERGE_PATCH = "application/merge-patch+json";

    /** Without it Payara reads and writes with JSON-B, which is lax and leaves out what is null. */
    static final int BEFORE_THE_SERVERS_OWN = 1;

    @Inject
    Validator validator;

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return isJson(type);
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return isJson(type);
    }

    private static boolean isJson(Class<?> type) {
        return type != String.class
                && type != byte[].class
                && !InputStream.class.isAssignableFrom(type)
                && !StreamingOutput.class.isAssignableFrom(type);
    }

    @Override
    public @Nullable Object readFrom(
            Class<Object> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        PushbackInputStream text = new PushbackInputStream(body);
        int first = text.read();
        if (first < 0 && Arrays.stream(annotations).anyMatch(OptionalBody.class::isInstance)) {
            return null;
        }
        if (first >= 0) {
            text.unread(first);
        }
        Object value = parse(generic, text);
        if (value == null) {
            throw Refusal.invalid("", "must be a JSON object");
        }
        Set<ConstraintViolation<Object>> violations = validator.validate(value);
        if (!violations.isEmpty()) {
            throw Refusal.invalid(errors(violations));
        }
        return value;
    }

    private static Object parse(Type type, InputStream body) throws IOException {
        try {
            return Json.mapper().readValue(body, Json.mapper().getTypeFactory().constructType(type));
        } catch (JsonProcessingException refused) {
            throw Refusal.invalid(List.of(JsonFaults.of(refused)));
        }
    }

    private static List<FieldError> errors(Set<ConstraintViolation<Object>> violations) {
        return violations.stream()
                .map(violation -> new FieldError(Pointers.of(violation.getPropertyPath()), violation.getMessage()))
                .distinct()
                .sorted(Comparator.comparing(FieldError::field).thenComparing(FieldError::message))
                .toList();
    }

    @Override
    public void writeTo(
            Object value,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream body)
            throws IOException {
        try {
            body.write(Json.mapper().writeValueAsBytes(value));
        } catch (JsonMappingException broken) {
            throw new IllegalStateException("an answer cannot be written as JSON", broken);
        }
    }
}
