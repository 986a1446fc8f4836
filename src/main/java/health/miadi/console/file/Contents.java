package health.miadi.console.file;

import health.miadi.availability.entity.Interval;
import health.miadi.console.storage.ObjectClass;
import health.miadi.console.storage.StoredObject;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The objects of a clinic in memory, by class and id, with what is needed to decide about a change without going through all
 * of them: unique values, who refers to whom, and when providers and patients are busy.
 */
final class Contents {
    /** As text, and so as in the database: an id of Java's is signed. */
    private static final Comparator<UUID> BY_TEXT = (a, b) -> {
        int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
    };

    private final Map<ObjectClass, NavigableMap<UUID, StoredObject>> objects = new EnumMap<>(ObjectClass.class);
    private final Map<UUID, Set<StoredObject>> referring = new HashMap<>();
    private final UniqueValues unique = new UniqueValues();
    private final BusyTimes providers = new BusyTimes();
    private final BusyTimes patients = new BusyTimes();
    private long patientNumbers;

    Contents() {
        for (ObjectClass type : ObjectClass.values()) {
            objects.put(type, new TreeMap<>(BY_TEXT));
        }
    }

    Optional<StoredObject> get(ObjectClass type, UUID id) {
        return Optional.ofNullable(of(type).get(id));
    }

    /** The object with that id, of whatever class. */
    Optional<StoredObject> get(UUID id) {
        return objects.values().stream()
                .map(byId -> byId.get(id))
                .filter(Objects::nonNull)
                .findFirst();
    }

    Collection<StoredObject> all(ObjectClass type) {
        return Collections.unmodifiableCollection(of(type).values());
    }

    int count(ObjectClass type) {
        return of(type).size();
    }

    /** The objects that name that one. */
    Collection<StoredObject> referringTo(UUID id) {
        return referring.getOrDefault(id, Set.of());
    }

    UniqueValues unique() {
        return unique;
    }

    /** When active appointments block providers, buffers included (R-BOOK-0, R-BOOK-1). */
    BusyTimes providers() {
        return providers;
    }

    /** When patients have active appointments. */
    BusyTimes patients() {
        return patients;
    }

    /** The last patient number that was given out, 0 for none. */
    long patientNumbers() {
        return patientNumbers;
    }

    void patientNumbers(long last) {
        patientNumbers = last;
    }

    /** Adds an object, or puts it in the place of the one with its id. */
    void put(StoredObject object) {
        get(object.type(), object.id()).ifPresent(this::remove);
        of(object.type()).put(object.id(), object);
        unique.add(object);
        Values.references(object).forEach(id -> referring
                .computeIfAbsent(id, none -> new LinkedHashSet<>())
                .add(object));
        busy(object).ifPresent(busy -> {
            providers.add(busy.provider(), busy.blocked(), object.id());
            patients.add(busy.patient(), busy.time(), object.id());
        });
    }

    void remove(StoredObject object) {
        of(object.type()).remove(object.id());
        unique.remove(object);
        Values.references(object).forEach(id -> {
            Set<StoredObject> left = referring.getOrDefault(id, Set.of());
            left.remove(object);
            if (left.isEmpty()) {
                referring.remove(id);
            }
        });
        busy(object).ifPresent(busy -> {
            providers.remove(busy.provider(), busy.blocked());
            patients.remove(busy.patient(), busy.time());
        });
    }

    /** What an active appointment takes. */
    record Busy(UUID provider, Interval blocked, UUID patient, Interval time) {}

    static Optional<Busy> busy(StoredObject object) {
        if (object.type() != ObjectClass.APPOINTMENT || !Values.status(object).isActive()) {
            return Optional.empty();
        }
        return Optional.of(new Busy(
                Values.id(object, "providerId"),
                new Interval(Values.instant(object, "blockedFrom"), Values.instant(object, "blockedUntil")),
                Values.id(object, "patientId"),
                new Interval(Values.instant(object, "start"), Values.instant(object, "end"))));
    }

    private NavigableMap<UUID, StoredObject> of(ObjectClass type) {
        return objects.getOrDefault(type, Collections.emptyNavigableMap());
    }
}
