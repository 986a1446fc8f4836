package health.miadi.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** JSON written in one line of a test. */
public final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    /**
     * An object of the given members.
     *
     * @param namesAndValues by turns; text, numbers, booleans, null, collections and other objects stay what they are,
     *     anything else becomes its {@code toString()}
     */
    public static ObjectNode object(@Nullable Object... namesAndValues) {
        ObjectNode object = MAPPER.createObjectNode();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.set(String.valueOf(namesAndValues[i]), MAPPER.valueToTree(plain(namesAndValues[i + 1])));
        }
        return object;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value == null || value instanceof Number || value instanceof Boolean || value instanceof Iterable) {
            return value;
        }
        return value.toString();
    }
}
