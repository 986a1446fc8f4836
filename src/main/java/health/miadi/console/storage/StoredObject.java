package health.miadi.console.storage;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * An object as a storage gave it, with what is to change about it.
 *
 * <p>Values are of the types that {@link AttributeKind#type} names. An attribute without a value is absent.
 */
public final class StoredObject {
    /** What stands for a {@linkplain Trait#CONFIDENTIAL confidential} text: nobody reads the text itself here (R-REC-2). */
    public static final String CONFIDENTIAL = "(confidential)";

    private final ObjectClass type;
    private final UUID id;
    private final int version;
    private final Map<String, Object> attributes;
    private final Map<String, Optional<Object>> changes;

    private StoredObject(
            ObjectClass type,
            UUID id,
            int version,
            Map<String, Object> attributes,
            Map<String, Optional<Object>> changes) {
        this.type = type;
        this.id = id;
        this.version = version;
        this.attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        this.changes = Collections.unmodifiableMap(new LinkedHashMap<>(changes));
    }

    /**
     * An object as it is stored.
     *
     * @param version that every change increments
     * @param attributes by name; they are put in the order of their class
     */
    public static StoredObject of(ObjectClass type, UUID id, int version, Map<String, ?> attributes) {
        Map<String, Object> ordered = new LinkedHashMap<>();
        for (Attribute attribute : type.attributes()) {
            Object value = attributes.get(attribute.name());
            if (value != null) {
                ordered.put(attribute.name(), value);
            }
        }
        return new StoredObject(type, id, version, ordered, Map.of());
    }

    /** The object with another value; {@link Storage#save} stores it. An empty one removes the value. */
    public StoredObject with(String name, Optional<Object> value) {
        Map<String, Object> after = new LinkedHashMap<>(attributes);
        value.ifPresentOrElse(given -> after.put(name, given), () -> after.remove(name));
        Map<String, Optional<Object>> changed = new LinkedHashMap<>(changes);
        changed.put(name, value);
        return new StoredObject(type, id, version, of(type, id, version, after).attributes, changed);
    }

    public ObjectClass type() {
        return type;
    }

    public UUID id() {
        return id;
    }

    public int version() {
        return version;
    }

    /** By name, in the order of the class, changes included. */
    public Map<String, Object> attributes() {
        return attributes;
    }

    public Optional<Object> value(String name) {
        return Optional.ofNullable(attributes.get(name));
    }

    /** What is to change; an empty value is to be removed. */
    public Map<String, Optional<Object>> changes() {
        return changes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StoredObject object
                && object.type == type
                && object.id.equals(id)
                && object.attributes.equals(attributes);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** The class and the id, never a person. */
    @Override
    public String toString() {
        return "[" + type.title() + "] (" + id + ")";
    }
}
