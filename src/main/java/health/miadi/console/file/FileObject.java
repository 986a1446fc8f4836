package health.miadi.console.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import health.miadi.console.storage.Attribute;
import health.miadi.console.storage.Fault;
import health.miadi.console.storage.InvalidAttributeException;
import health.miadi.console.storage.ObjectClass;
import health.miadi.console.storage.StoredObject;
import health.miadi.console.storage.Trait;
import health.miadi.shared.validation.Scalars;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An object as it stands in a file: what could be read of it, and what is wrong with the rest.
 *
 * @param object its values that are right
 * @param wrong the texts of the values that are not, by attribute
 * @param faults why it cannot be used, by attribute; none of an object that can
 * @param json what stands in the file, byte for byte
 */
record FileObject(StoredObject object, Map<String, String> wrong, Map<String, String> faults, String json) {
    private static final JsonFactory JSON = new JsonFactory();

    /** Reads it. */
    static FileObject read(ObjectClass type, String json) {
        var reading = new Reading(type);
        try (JsonParser parser = JSON.createParser(json)) {
            reading.members(parser);
        } catch (IOException damaged) {
            reading.faults.put("json", "cannot be read");
        }
        type.completeOld(reading.values);
        reading.requireWhole();
        UUID id = reading.id == null ? UUID.nameUUIDFromBytes(json.getBytes(StandardCharsets.UTF_8)) : reading.id;
        return new FileObject(
                StoredObject.of(type, id, reading.version, reading.values), reading.wrong, reading.faults, json);
    }

    boolean isSound() {
        return faults.isEmpty();
    }

    Fault fault() {
        return new Fault(object.type(), object.id(), faults);
    }

    /** The same with another fault. */
    FileObject with(String attribute, String reason) {
        Map<String, String> more = new LinkedHashMap<>(faults);
        more.putIfAbsent(attribute, reason);
        return new FileObject(object, wrong, more, json);
    }

    /** The same under an id that nobody else has, when its own is another one's. */
    FileObject renamed() {
        UUID free = UUID.nameUUIDFromBytes((object.id() + json).getBytes(StandardCharsets.UTF_8));
        StoredObject renamed = StoredObject.of(object.type(), free, object.version(), object.attributes());
        return new FileObject(renamed, wrong, faults, json).with("id", "another object has the same");
    }

    /** What is shown of it: wrong values as they stand there. */
    StoredObject view() {
        Map<String, Object> seen = new HashMap<>(object.attributes());
        seen.putAll(wrong);
        object.type().attributes().stream()
                .filter(attribute -> attribute.is(Trait.HIDDEN))
                .forEach(attribute -> seen.remove(attribute.name()));
        return StoredObject.of(object.type(), object.id(), object.version(), seen);
    }

    /** Says nothing of what it has. */
    @Override
    public String toString() {
        return object.toString();
    }

    /** One walk through an object. */
    private static final class Reading {
        private final ObjectClass type;
        private final Map<String, Object> values = new HashMap<>();
        private final Map<String, String> wrong = new HashMap<>();
        private final Map<String, String> faults = new LinkedHashMap<>();
        private @Nullable UUID id;
        private int version = 1;

        private Reading(ObjectClass type) {
            this.type = type;
        }

        private void members(JsonParser parser) throws IOException {
            Set<String> seen = new HashSet<>();
            parser.nextToken();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                JsonToken token = parser.nextToken();
                try {
                    if (!seen.add(name)) {
                        throw new InvalidAttributeException(name, "is there twice");
                    }
                    if (!token.isScalarValue() || token == JsonToken.VALUE_NULL) {
                        parser.skipChildren();
                        throw new InvalidAttributeException(name, "has no value");
                    }
                    member(name, parser.getText());
                } catch (InvalidAttributeException refused) {
                    faults.putIfAbsent(refused.attribute(), refused.reason());
                    wrong.put(name, parser.getText());
                }
            }
        }

        private void member(String name, String text) {
            if (name.equals("id")) {
                id = id(text);
            } else if (name.equals("version")) {
                version = version(text);
            } else {
                Attribute attribute = type.attribute(name)
                        .filter(FileFormat::isStored)
                        .orElseThrow(() -> new InvalidAttributeException(name, "is no attribute of " + type.title()));
                values.put(name, attribute.read(text));
            }
        }

        private static UUID id(String text) {
            try {
                return Scalars.uuid(text);
            } catch (IllegalArgumentException none) {
                throw new InvalidAttributeException("id", String.valueOf(none.getMessage()));
            }
        }

        private static int version(String text) {
            try {
                return Scalars.integer(text);
            } catch (IllegalArgumentException none) {
                throw new InvalidAttributeException("version", String.valueOf(none.getMessage()));
            }
        }

        private void requireWhole() {
            if (id == null) {
                faults.putIfAbsent("id", "is required");
            }
            for (Attribute attribute : type.attributes()) {
                boolean needed = attribute.is(Trait.REQUIRED)
                        || attribute.fallback().isPresent()
                        || attribute.name().equals("createdAt");
                if (needed && FileFormat.isStored(attribute) && !values.containsKey(attribute.name())) {
                    faults.putIfAbsent(attribute.name(), "is required");
                }
            }
        }
    }
}
