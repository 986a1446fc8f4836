package health.miadi.console.shell;

import health.miadi.console.storage.Attribute;
import health.miadi.console.storage.AttributeKind;
import health.miadi.console.storage.ObjectClass;
import health.miadi.console.storage.Storage;
import health.miadi.console.storage.StoredObject;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something that Tab offers.
 *
 * @param value what it puts into the line
 * @param meaning what it is, empty when the value says it
 */
record Choice(String value, String meaning) {
    /** Objects looked at for a completion: among more, nobody chooses from a list. */
    private static final int LOOKED_AT = 500;

    private static final List<String> NAMING =
            List.of("username", "name", "firstName", "lastName", "patientNumber", "insurer", "start", "status");

    /** The ids of objects of those classes that begin so, each with what people know it by. */
    static List<Choice> ofObjects(Storage storage, List<String> classes, String beginning) {
        return classes.stream()
                .map(ObjectClass::named)
                .flatMap(Optional::stream)
                .flatMap(type -> ids(storage, type, beginning).stream())
                .toList();
    }

    private static List<Choice> ids(Storage storage, ObjectClass type, String beginning) {
        try (Stream<StoredObject> objects = storage.all(type)) {
            List<Choice> offered = objects.limit(LOOKED_AT)
                    .filter(object -> object.id().toString().startsWith(beginning))
                    .map(object -> new Choice(object.id().toString(), meaning(object)))
                    .toList();
            if (!offered.isEmpty()) {
                storage.noteShown(type, null);
            }
            return offered;
        }
    }

    /** The values that an attribute of few has. */
    static List<Choice> ofValues(Attribute attribute) {
        List<String> values = attribute.kind() == AttributeKind.BOOLEAN ? List.of("true", "false") : attribute.words();
        if (attribute.kind() == AttributeKind.ZONE) {
            values = ZoneId.getAvailableZoneIds().stream().sorted().toList();
        }
        return values.stream().map(value -> new Choice(value, "")).toList();
    }

    private static String meaning(StoredObject object) {
        return NAMING.stream()
                .map(name -> object.attributes().get(name))
                .filter(Objects::nonNull)
                .map(Object::toString)
                .collect(Collectors.joining(" "));
    }
}
