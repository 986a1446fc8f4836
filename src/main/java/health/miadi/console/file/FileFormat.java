package health.miadi.console.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import health.miadi.console.storage.Attribute;
import health.miadi.console.storage.ObjectClass;
import health.miadi.console.storage.StoredObject;
import health.miadi.console.storage.Trait;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Map;

/**
 * How a clinic stands in its file: what it is and in which version, and then the objects, by class and id, each attribute on a
 * line of its own in the order of its class. The same clinic always gives the same bytes. What could not be read stands there as
 * it stood before.
 */
final class FileFormat {
    static final String NAME = "miadi-clinic";
    static final int VERSION = 1;

    private static final JsonFactory JSON = new JsonFactory();

    private FileFormat() {}

    static ByteBuffer write(Contents contents) {
        var bytes = new ByteArrayOutputStream(1 << 16) {
            ByteBuffer whole() {
                return ByteBuffer.wrap(buf, 0, count);
            }
        };
        var lines = new DefaultIndenter("  ", "\n");
        try (JsonGenerator json = JSON.createGenerator(bytes)
                .setPrettyPrinter(
                        new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines))) {
            json.writeStartObject();
            json.writeStringField("format", NAME);
            json.writeNumberField("version", VERSION);
            json.writeNumberField("patientNumbers", contents.patientNumbers());
            for (ObjectClass type : ObjectClass.values()) {
                json.writeArrayFieldStart(type.title());
                for (Object object : contents.inFile(type)) {
                    if (object instanceof FileObject unread) {
                        json.writeRawValue(unread.json());
                    } else {
                        write((StoredObject) object, json);
                    }
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

    /** An object as it will stand in the file. */
    static String json(StoredObject object) {
        var text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            write(object, json);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
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

    /** The attributes that an object of that class can have in the file. */
    static boolean isStored(Attribute attribute) {
        return !attribute.is(Trait.SECRET) && !attribute.is(Trait.WRITE_ONLY) && !attribute.is(Trait.CONFIDENTIAL);
    }
}
