package health.miadi.console.transfer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import health.miadi.console.storage.ObjectClass;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ObjLongConsumer;

/** A file that an export has written, read an object at a time. */
record ExportFile(Path path) {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /**
     * Reads all of it without taking anything, so that a damaged file is found before it has done anything.
     *
     * @return how many objects it has
     * @throws TransferException when it is no export, half of one, or of a newer version
     */
    long check() {
        Map<ObjectClass, Long> found = new EnumMap<>(ObjectClass.class);
        Map<String, Object> head = read((object, number) -> {
            Object name = object.getOrDefault(ExportFormat.CLASS, "");
            ObjectClass type = ObjectClass.named(name.toString())
                    .orElseThrow(
                            () -> new TransferException(path + ": object " + number + " is of no class that is known"));
            found.merge(type, 1L, Long::sum);
        });
        for (ObjectClass type : ObjectClass.values()) {
            Object told = head.getOrDefault(type.title(), 0L);
            if (!told.equals(found.getOrDefault(type, 0L))) {
                throw new TransferException(path + ": is not whole: it should have " + told + " of " + type.title()
                        + " and has " + found.getOrDefault(type, 0L) + "; nothing was taken");
            }
        }
        return found.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * Reads every object; they are numbered from 1.
     *
     * @return the counts by class that the file tells
     */
    Map<String, Object> read(ObjLongConsumer<Map<String, Object>> taker) {
        try (InputStream bytes = Files.newInputStream(path);
                JsonParser json = JSON.createParser(bytes)) {
            return read(json, taker);
        } catch (NoSuchFileException e) {
            throw new TransferException(path + ": there is no such file", e);
        } catch (JsonProcessingException e) {
            throw new TransferException(
                    path + ": is no JSON, or only half of it (line "
                            + e.getLocation().getLineNr() + "); nothing was taken",
                    e);
        } catch (IOException e) {
            throw new TransferException(path + ": cannot be read", e);
        }
    }

    private Map<String, Object> read(JsonParser json, ObjLongConsumer<Map<String, Object>> taker) throws IOException {
        require(json.nextToken() == JsonToken.START_OBJECT);
        Map<String, Object> counts = Map.of();
        boolean isExport = false;
        boolean hasObjects = false;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            switch (name) {
                case ExportFormat.FORMAT -> isExport = ExportFormat.NAME.equals(json.getText());
                case ExportFormat.FORMAT_VERSION ->
                    requireKnown(value == JsonToken.VALUE_NUMBER_INT ? json.getIntValue() : 0);
                case ExportFormat.COUNTS -> counts = object(json);
                case ExportFormat.OBJECTS -> {
                    require(isExport);
                    hasObjects = true;
                    readObjects(json, taker);
                }
                default -> json.skipChildren();
            }
        }
        require(isExport && hasObjects && json.currentToken() == JsonToken.END_OBJECT);
        return counts;
    }

    private void readObjects(JsonParser json, ObjLongConsumer<Map<String, Object>> taker) throws IOException {
        require(json.currentToken() == JsonToken.START_ARRAY);
        long number = 0;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            taker.accept(object(json), ++number);
        }
    }

    private Map<String, Object> object(JsonParser json) throws IOException {
        require(json.currentToken() == JsonToken.START_OBJECT);
        Map<String, Object> object = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            object.put(
                    name,
                    switch (json.nextToken()) {
                        case VALUE_NUMBER_INT -> json.getLongValue();
                        case VALUE_TRUE -> true;
                        case VALUE_FALSE -> false;
                        case VALUE_STRING -> json.getText();
                        default -> throw notAnExport();
                    });
        }
        return object;
    }

    private void requireKnown(int version) {
        if (version > ExportFormat.VERSION) {
            throw new TransferException(path + ": was written by a newer Miadi (format " + version + ", this one reads "
                    + ExportFormat.VERSION + "); nothing was taken");
        }
        require(version >= 1);
    }

    private void require(boolean right) {
        if (!right) {
            throw notAnExport();
        }
    }

    private TransferException notAnExport() {
        return new TransferException(path + ": is no export of a clinic; nothing was taken");
    }
}
