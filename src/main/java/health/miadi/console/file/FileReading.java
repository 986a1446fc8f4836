package health.miadi.console.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import health.miadi.console.storage.ConflictException;
import health.miadi.console.storage.InvalidAttributeException;
import health.miadi.console.storage.ObjectClass;
import health.miadi.console.storage.StoredObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** One walk through a file that is whole. An object that cannot be used is set aside, and closes nothing but itself. */
final class FileReading {
    private static final JsonFactory JSON = new JsonFactory();

    /** What is checked of a file does not depend on when it is read. */
    private static final Clock NO_TIME = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    private final String text;
    private final JsonParser json;
    private final Contents contents;
    private final FileRules rules;
    private final Map<UUID, FileObject> read = new HashMap<>();

    private FileReading(String text, JsonParser json, int phoneCountry) {
        this.contents = new Contents(phoneCountry);
        this.rules = new FileRules(contents, NO_TIME);
        this.text = text;
        this.json = json;
    }

    /**
     * Reads a file that is whole, and of a version that is known.
     *
     * @param phoneCountry the code of the country of a phone number that names none
     * @throws UnreadableFileException when it is not
     */
    static Contents of(byte[] bytes, int phoneCountry) throws UnreadableFileException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            try (JsonParser json = JSON.createParser(text)) {
                return new FileReading(text, json, phoneCountry).contents();
            }
        } catch (CharacterCodingException broken) {
            throw new UnreadableFileException("it is not UTF-8");
        } catch (JsonParseException broken) {
            int line = broken.getLocation() == null ? 1 : broken.getLocation().getLineNr();
            throw new UnreadableFileException("it is no JSON, or only a part of it (line " + line + ")");
        } catch (IOException broken) {
            throw new UnreadableFileException("it is no JSON, or only a part of it");
        }
    }

    private Contents contents() throws IOException, UnreadableFileException {
        require(json.nextToken() == JsonToken.START_OBJECT);
        require("format".equals(json.nextFieldName()) && FileFormat.NAME.equals(json.nextTextValue()));
        require("version".equals(json.nextFieldName()) && json.nextToken() == JsonToken.VALUE_NUMBER_INT);
        if (json.getIntValue() != FileFormat.VERSION) {
            throw new UnreadableFileException("it is of version " + json.getIntValue()
                    + ", and this console reads version " + FileFormat.VERSION + "; use a newer Miadi");
        }
        Set<String> seen = new HashSet<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            require(seen.add(json.currentName()));
            member(json.currentName());
        }
        require(json.currentToken() == JsonToken.END_OBJECT && json.nextToken() == null);
        requireReferences();
        joinAddresses();
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
            add(FileObject.read(type, object(type)));
        }
    }

    /** The text of the object that begins here. */
    private String object(ObjectClass type) throws IOException, UnreadableFileException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw new UnreadableFileException("an object is missing below " + type.title());
        }
        int start = (int) json.currentLocation().getCharOffset() - 1;
        json.skipChildren();
        return text.substring(start, (int) json.currentLocation().getCharOffset());
    }

    private void add(FileObject found) {
        FileObject own = found;
        while (contents.isThere(own.object().id())) {
            own = own.renamed();
        }
        try {
            if (own.isSound()) {
                rules.checkWhole(own.object());
                rules.checkStored(own.object());
                contents.put(own.object());
                read.put(own.object().id(), own);
            } else {
                contents.setAside(own);
            }
        } catch (InvalidAttributeException wrong) {
            contents.setAside(own.with(wrong.attribute(), wrong.reason()));
        } catch (ConflictException taken) {
            contents.setAside(own.with(taken.attribute(), taken.reason()));
        }
    }

    /** Objects may stand before those to which they refer, which need not be sound themselves. */
    private void requireReferences() {
        for (ObjectClass type : ObjectClass.values()) {
            for (StoredObject object : List.copyOf(contents.all(type))) {
                try {
                    rules.checkReferences(object);
                } catch (InvalidAttributeException dangling) {
                    contents.remove(object);
                    Optional.ofNullable(read.get(object.id()))
                            .ifPresent(known -> contents.setAside(known.with(dangling.attribute(), dangling.reason())));
                }
            }
        }
    }

    /** R-PERS-5, in a file of before: the person's address is the one, if they have one. */
    private void joinAddresses() {
        FileAddresses addresses = new FileAddresses(contents, NO_TIME);
        for (StoredObject account : List.copyOf(contents.all(ObjectClass.USER))) {
            StoredObject joined = addresses.taken(account);
            contents.put(joined);
            addresses.parted(joined).ifPresent(this::putIfFree);
        }
    }

    private void putIfFree(StoredObject person) {
        try {
            contents.unique().requireFree(person, contents.get(person.type(), person.id()));
            contents.put(person);
        } catch (ConflictException taken) {
            // the account keeps an address of its own
        }
    }

    private static void require(boolean right) throws UnreadableFileException {
        if (!right) {
            throw new UnreadableFileException("it is not a clinic's file");
        }
    }
}
