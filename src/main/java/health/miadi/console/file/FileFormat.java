package health.miadi.console.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.miadi.console.storage.Attribute;
import health.miadi.console.storage.ConflictException;
import health.miadi.console.storage.InvalidAttributeException;
import health.miadi.console.storage.ObjectClass;
import health.miadi.console.storage.StoredObject;
import health.miadi.console.storage.Trait;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * How a clinic stands in its file: what it is and in which version, and then the objects, by class and id, each attribute on a
 * line of its own in the order of its class. The same clinic always gives the same bytes.
 */
final class FileFormat {
    static final String NAME = "miadi-clinic";
    static final int VERSION = 1;

    /** What is checked of a file does not depend on when it is read. */
    private static final Clock NO_TIME = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build());

    private FileFormat() {}

    static ByteBuffer write(Contents contents) {
        var bytes = new ByteArrayOutputStream(1 << 16) {
            ByteBuffer whole() {
                return ByteBuffer.wrap(buf, 0, count);
            }
        };
        var lines = new DefaultIndenter("  ", "\n");
        try (JsonGenerator json = JSON.getFactory()
                .createGenerator(bytes)
                .setPrettyPrinter(
                        new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines))) {
            json.writeStartObject();
            json.writeStringField("format", NAME);
            json.writeNumberField("version", VERSION);
            json.writeNumberField("patientNumbers", contents.patientNumbers());
            for (ObjectClass type : ObjectClass.values()) {
                json.writeArrayFieldStart(type.title());
                for (StoredObject object : contents.all(type)) {
                    write(object, json);
                }
                json.writeEndArray();
            }
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.whole();
    }

    private static void write(StoredObject object, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", object.id().toString());
        json.writeNumberField("version", object.version());
        for (Map.Entry<String, Object> entry : object.attributes().entrySet()) {
            Object value = entry.getValue();
            json.writeFieldName(entry.getKey());
            if (value instanceof Integer number) {
                json.writeNumber(number);
            } else if (value instanceof Boolean truth) {
                json.writeBoolean(truth);
            } else {
                json.writeString(value.toString());
            }
        }
        json.writeEndObject();
    }

    /**
     * Reads a file that is whole, and of a version that is known.
     *
     * @throws UnreadableFileException when it is not
     */
    static Contents read(byte[] bytes) throws UnreadableFileException {
        try (JsonParser json = JSON.getFactory().createParser(bytes)) {
            return new Reading(json).contents();
        } catch (JsonParseException broken) {
            int line = broken.getLocation() == null ? 1 : broken.getLocation().getLineNr();
            throw new UnreadableFileException("it is no JSON, or only a part of it (line " + line + ")");
        } catch (IOException broken) {
            throw new UnreadableFileException("it is no JSON, or only a part of it");
        }
    }

    /** One walk through a file. */
    private static final class Reading {
        private final JsonParser json;
        private final Contents contents = new Contents();

        private Reading(JsonParser json) {
            this.json = json;
        }

        Contents contents() throws IOException, UnreadableFileException {
            require(json.nextToken() == JsonToken.START_OBJECT);
            require("format".equals(json.nextFieldName()) && NAME.equals(json.nextTextValue()));
            require("version".equals(json.nextFieldName()) && json.nextToken() == JsonToken.VALUE_NUMBER_INT);
            if (json.getIntValue() != VERSION) {
                throw new UnreadableFileException("it is of version " + json.getIntValue()
                        + ", and this console reads version " + VERSION + "; use a newer Miadi");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                member(json.currentName());
            }
            require(json.currentToken() == JsonToken.END_OBJECT && json.nextToken() == null);
            requireReferences();
            return contents;
        }

        private void member(String name) throws IOException, UnreadableFileException {
            json.nextToken();
            if (name.equals("patientNumbers")) {
                require(json.currentToken() == JsonToken.VALUE_NUMBER_INT);
                contents.patientNumbers(json.getLongValue());
                return;
            }
            ObjectClass type = ObjectClass.named(name)
                    .filter(known -> known.title().equals(name))
                    .orElseThrow(() -> new UnreadableFileException("it has a member that is not known: " + name));
            require(json.currentToken() == JsonToken.START_ARRAY);
            while (json.nextToken() != JsonToken.END_ARRAY) {
                add(ObjectReading.object(type, json));
            }
        }

        private void add(StoredObject object) throws UnreadableFileException {
            if (contents.get(object.id()).isPresent()) {
                throw new UnreadableFileException(object + " is there twice");
            }
            try {
                new FileRules(contents, NO_TIME).checkApart(object);
                contents.put(object);
            } catch (ConflictException taken) {
                throw new UnreadableFileException(object + ": " + taken.line());
            } catch (IllegalStateException | IllegalArgumentException lacking) {
                throw new UnreadableFileException(object + " lacks what such an object has");
            }
        }

        /** Objects may stand before those to which they refer. */
        private void requireReferences() throws UnreadableFileException {
            for (ObjectClass type : ObjectClass.values()) {
                for (StoredObject object : contents.all(type)) {
                    try {
                        new FileRules(contents, NO_TIME).checkReferences(object);
                    } catch (InvalidAttributeException dangling) {
                        throw new UnreadableFileException(object + ": " + dangling.line());
                    }
                }
            }
        }

        private static void require(boolean right) throws UnreadableFileException {
            if (!right) {
                throw new UnreadableFileException("it is not a clinic's file");
            }
        }
    }

    /** The attributes that an object of that class can have in the file. */
    static boolean isStored(Attribute attribute) {
        return !attribute.is(Trait.SECRET) && !attribute.is(Trait.WRITE_ONLY) && !attribute.is(Trait.CONFIDENTIAL);
    }
}
