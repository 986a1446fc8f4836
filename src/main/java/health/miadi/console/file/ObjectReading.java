package health.miadi.console.file;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import health.miadi.console.storage.Attribute;
import health.miadi.console.storage.InvalidAttributeException;
import health.miadi.console.storage.ObjectClass;
import health.miadi.console.storage.StoredObject;
import health.miadi.console.storage.Trait;
import health.miadi.shared.http.Scalars;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Reads one object of a file, and takes only what such an object can have. */
final class ObjectReading {
    private ObjectReading() {}

    static StoredObject object(ObjectClass type, JsonParser json) throws IOException, UnreadableFileException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw new UnreadableFileException("an object is missing below " + type.title());
        }
        UUID id = null;
        int version = 1;
        Map<String, Object> values = new HashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            if (name.equals("id")) {
                id = id(type, json.getValueAsString(""));
            } else if (name.equals("version")) {
                version = json.getValueAsInt(1);
            } else {
                values.put(name, value(type, name, json));
            }
        }
        if (id == null) {
            throw new UnreadableFileException("an object of the class " + type.title() + " has no id");
        }
        return whole(type, id, version, values);
    }

    private static StoredObject whole(ObjectClass type, UUID id, int version, Map<String, Object> values)
            throws UnreadableFileException {
        for (Attribute attribute : type.attributes()) {
            boolean needed = attribute.is(Trait.REQUIRED)
                    || attribute.fallback().isPresent()
                    || attribute.name().equals("createdAt");
            if (needed && FileFormat.isStored(attribute) && !values.containsKey(attribute.name())) {
                throw new UnreadableFileException("[" + type.title() + "] (" + id + ") has no " + attribute.name());
            }
        }
        return StoredObject.of(type, id, version, values);
    }

    private static UUID id(ObjectClass type, String text) throws UnreadableFileException {
        try {
            return Scalars.uuid(text);
        } catch (IllegalArgumentException none) {
            throw new UnreadableFileException("an object of the class " + type.title() + " has an id that is none");
        }
    }

    private static Object value(ObjectClass type, String name, JsonParser json)
            throws IOException, UnreadableFileException {
        Attribute attribute = type.attribute(name)
                .filter(FileFormat::isStored)
                .orElseThrow(() -> new UnreadableFileException(
                        "an object of the class " + type.title() + " has an unknown member"));
        if (!json.currentToken().isScalarValue() || json.currentToken() == JsonToken.VALUE_NULL) {
            throw new UnreadableFileException("an object of the class " + type.title() + " has no value for " + name);
        }
        try {
            return attribute.read(json.getText());
        } catch (InvalidAttributeException wrong) {
            throw new UnreadableFileException("an object of the class " + type.title() + ": " + wrong.line());
        }
    }
}
