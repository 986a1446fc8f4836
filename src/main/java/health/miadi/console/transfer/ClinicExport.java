package health.miadi.console.transfer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import health.miadi.console.storage.Attribute;
import health.miadi.console.storage.Fault;
import health.miadi.console.storage.ObjectClass;
import health.miadi.console.storage.Storage;
import health.miadi.console.storage.StoredObject;
import health.miadi.console.storage.Taking;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Writes all of a storage into one file, for its owner's eyes alone: the whole of it, or none. */
final class ClinicExport {
    private final Storage storage;
    private final Instant now;
    private final Progress progress;
    private final TransferReport report = new TransferReport();

    ClinicExport(Storage storage, Instant now, Progress progress) {
        this.storage = storage;
        this.now = now;
        this.progress = progress;
    }

    /**
     * Writes it, as of one moment; a file that is there is replaced in the end.
     *
     * @throws TransferException when the file cannot be written: then what was there before is still there
     */
    TransferReport write(Path file) {
        List<Fault> faults = storage.faults();
        if (!faults.isEmpty()) {
            throw new TransferException("An export is whole, and this clinic has " + faults.size()
                    + " that cannot be read: " + faults.get(0).line());
        }
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        try {
            Files.deleteIfExists(unfinished);
            try {
                writeAndSync(unfinished);
                Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(unfinished);
            }
            return report;
        } catch (IOException e) {
            throw unwritable(file, e);
        } catch (UncheckedIOException e) {
            throw unwritable(file, e);
        }
    }

    private static TransferException unwritable(Path file, Exception cause) {
        return new TransferException(
                file + " cannot be written: is its disk full, or read-only? Nothing was changed.", cause);
    }

    private void writeAndSync(Path unfinished) throws IOException {
        try (FileChannel channel = FileChannel.open(
                        unfinished,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                OutputStream bytes = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
                JsonGenerator json = new JsonFactory().createGenerator(bytes)) {
            json.setPrettyPrinter(linePerObject());
            storage.exporting(() -> {
                try {
                    write(json);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                return report;
            });
            json.flush();
            bytes.flush();
            channel.force(true);
        }
    }

    /** A line an object, so that two exports can be compared line by line. */
    private static DefaultPrettyPrinter linePerObject() {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(DefaultPrettyPrinter.NopIndenter.instance);
        printer.indentArraysWith(new DefaultIndenter("", "\n"));
        return printer;
    }

    private void write(JsonGenerator json) throws IOException {
        Map<ObjectClass, Long> counts = new EnumMap<>(ObjectClass.class);
        for (ObjectClass type : ObjectClass.values()) {
            counts.put(type, storage.count(type));
        }
        json.writeStartObject();
        json.writeStringField(ExportFormat.FORMAT, ExportFormat.NAME);
        json.writeNumberField(ExportFormat.FORMAT_VERSION, ExportFormat.VERSION);
        json.writeStringField(ExportFormat.EXPORTED_AT, now.toString());
        json.writeObjectFieldStart(ExportFormat.COUNTS);
        for (Map.Entry<ObjectClass, Long> count : counts.entrySet()) {
            json.writeNumberField(count.getKey().title(), count.getValue());
        }
        json.writeEndObject();
        json.writeArrayFieldStart(ExportFormat.OBJECTS);
        for (Map.Entry<ObjectClass, Long> count : counts.entrySet()) {
            write(count.getKey(), count.getValue(), json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(ObjectClass type, long count, JsonGenerator json) throws IOException {
        if (count == 0) {
            return;
        }
        try (Progress.Task task = progress.begin(type.title(), count);
                Stream<StoredObject> stored = storage.stored(type)) {
            for (StoredObject object : (Iterable<StoredObject>) stored::iterator) {
                write(object, json);
                report.add(type, Taking.Outcome.TAKEN);
                task.step(1);
            }
        }
    }

    private static void write(StoredObject object, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField(ExportFormat.CLASS, object.type().title());
        json.writeStringField(ExportFormat.ID, object.id().toString());
        json.writeNumberField(ExportFormat.OBJECT_VERSION, object.version());
        for (Attribute attribute : object.type().attributes()) {
            Object value = object.attributes().get(attribute.name());
            if (value != null) {
                json.writeFieldName(attribute.name());
                writeValue(attribute.json(value), json);
            }
        }
        json.writeEndObject();
    }

    private static void writeValue(Object value, JsonGenerator json) throws IOException {
        if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof Integer number) {
            json.writeNumber(number);
        } else {
            json.writeString(value.toString());
        }
    }
}
