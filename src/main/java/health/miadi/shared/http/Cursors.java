package health.miadi.shared.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import health.miadi.shared.paging.Cursor;
import health.miadi.shared.refusal.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a cursor stands in an answer and comes back: the JSON of its keys in base64. */
final class Cursors extends JsonSerializer<Cursor> {
    private static final int LONGEST = 2_000;

    /**
     * Reads a cursor that a client sends back.
     *
     * @param text what an answer said of where the next page begins; null at the first page
     * @param size how many keys the list is ordered by
     * @throws Refusal {@code validation} when it is none of ours
     */
    static @Nullable Cursor parse(@Nullable String text, int size) {
        if (text == null) {
            return null;
        }
        try {
            if (text.length() <= LONGEST) {
                String json = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
                List<String> keys = Json.mapper().readValue(json, new TypeReference<List<String>>() {});
                if (keys != null && keys.size() == size && keys.stream().allMatch(Cursors::isText)) {
                    return new Cursor(keys);
                }
            }
        } catch (IllegalArgumentException | IOException refused) {
            throw Cursor.notOurs();
        }
        throw Cursor.notOurs();
    }

    /** Whether the database can compare with it: it knows neither NUL nor half a surrogate pair. */
    private static boolean isText(@Nullable String key) {
        return key != null
                && key.codePoints()
                        .noneMatch(character -> character == 0 || Character.getType(character) == Character.SURROGATE);
    }

    @Override
    public void serialize(Cursor cursor, JsonGenerator generator, SerializerProvider provider) throws IOException {
        generator.writeString(Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Json.mapper().writeValueAsBytes(cursor.keys())));
    }
}
