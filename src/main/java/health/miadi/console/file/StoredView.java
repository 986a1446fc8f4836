package health.miadi.console.file;

import health.miadi.console.storage.Attribute;
import health.miadi.console.storage.PatientNumbers;
import health.miadi.console.storage.StoredObject;
import health.miadi.console.storage.Trait;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/** What is seen of an object that is stored. */
final class StoredView {
    private StoredView() {}

    /** The object without what is hidden. */
    static StoredObject of(StoredObject object) {
        Map<String, Object> seen = new HashMap<>(object.attributes());
        for (Attribute attribute : object.type().attributes()) {
            if (attribute.is(Trait.HIDDEN)) {
                seen.remove(attribute.name());
            }
        }
        object.value("sealed")
                .map(Object::toString)
                .map(SealedVersions::of)
                .ifPresent(versions -> object.type().attributes().stream()
                        .filter(attribute -> attribute.is(Trait.CONFIDENTIAL) && versions.says(attribute.name()))
                        .forEach(attribute -> seen.put(attribute.name(), StoredObject.CONFIDENTIAL)));
        return StoredObject.of(object.type(), object.id(), object.version(), seen);
    }

    /** The number in {@code PAT-000123}; 0 for what has none, or one of another form. */
    static long patientNumber(StoredObject object) {
        return object.value("patientNumber").map(Object::toString).map(PatientNumbers::place).stream()
                .flatMapToLong(OptionalLong::stream)
                .findFirst()
                .orElse(0);
    }
}
