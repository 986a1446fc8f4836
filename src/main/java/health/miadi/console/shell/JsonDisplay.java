package health.miadi.console.shell;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.miadi.console.storage.Attribute;
import health.miadi.console.storage.StoredObject;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One JSON document on one line for each command: an object, a list of objects, or a number. */
final class JsonDisplay implements Display {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Screen screen;

    JsonDisplay(Screen screen) {
        this.screen = screen;
    }

    @Override
    public void one(StoredObject object) {
        screen.println(json(members(object)));
    }

    @Override
    public void many(Stream<StoredObject> objects, boolean dotted) {
        screen.print("[");
        Iterator<StoredObject> rest = objects.iterator();
        while (rest.hasNext()) {
            screen.print(json(members(rest.next())));
            if (rest.hasNext()) {
                screen.print(",");
            }
        }
        screen.println("]");
    }

    @Override
    public void count(long count) {
        screen.println(Long.toString(count));
    }

    @Override
    public void made(StoredObject object, List<StoredObject> stranded) {
        done(object.type().title(), object.id(), stranded);
    }

    @Override
    public void done(String className, UUID id, List<StoredObject> stranded) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("class", className);
        members.put("id", id.toString());
        if (!stranded.isEmpty()) {
            members.put("stranded", stranded.stream().map(JsonDisplay::members).toList());
        }
        screen.println(json(members));
    }

    /** Every attribute that can be shown; one without a value is null, so that all objects of a class have the same. */
    private static Map<String, @Nullable Object> members(StoredObject object) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("class", object.type().title());
        members.put("id", object.id().toString());
        for (Attribute attribute : object.type().attributes()) {
            if (attribute.isShown()) {
                Object value = Display.shown(attribute, object);
                members.put(attribute.name(), value == null ? null : attribute.json(value));
            }
        }
        return members;
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
