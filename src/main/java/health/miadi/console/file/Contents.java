package health.miadi.console.file;

import health.miadi.availability.entity.Interval;
import health.miadi.console.storage.InvalidAttributeException;
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
import java.util.stream.Stream;

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
    private final Map<ObjectClass, NavigableMap<UUID, FileObject>> aside = new EnumMap<>(ObjectClass.class);
    private final Map<UUID, Set<StoredObject>> referring = new HashMap<>();
    private final UniqueValues unique;
    private final BusyTimes providers = new BusyTimes();
    private final BusyTimes patients = new BusyTimes();
    private long patientNumbers;

    /**
     * @param country the code of the country of a phone number that names none
     */
    Contents(int country) {
        this.unique = new UniqueValues(country);
        for (ObjectClass type : ObjectClass.values()) {
            objects.put(type, new TreeMap<>(BY_TEXT));
            aside.put(type, new TreeMap<>(BY_TEXT));
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

    /** Whether an object has that id, be it sound or set aside. */
    boolean isThere(UUID id) {
        return get(id).isPresent()
                || faulty().anyMatch(object -> object.object().id().equals(id));
    }

    /** Whether an object of that class has that id, be it sound or set aside. */
    boolean isThere(ObjectClass type, UUID id) {
        return get(type, id).isPresent() || aside(type, id).isPresent();
    }

    /** The object with that id that cannot be used. */
    Optional<FileObject> aside(ObjectClass type, UUID id) {
        return Optional.ofNullable(asideOf(type).get(id));
    }

    /** All that cannot be used. */
    Stream<FileObject> faulty() {
        return aside.values().stream().flatMap(byId -> byId.values().stream());
    }

    /** All of a class in the order of the file: a {@link StoredObject} each, or the {@link FileObject} that cannot be used. */
    Collection<Object> inFile(ObjectClass type) {
        Map<UUID, Object> all = new TreeMap<>(BY_TEXT);
        all.putAll(of(type));
        all.putAll(asideOf(type));
        return all.values();
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
        aside(object.type(), object.id()).ifPresent(this::removeAside);
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
            providers.remove(busy.provider(), busy.blocked(), object.id());
            patients.remove(busy.patient(), busy.time(), object.id());
        });
    }

    /** Keeps an object that cannot be used; a time that it takes is still taken, if nobody else has it. */
    void setAside(FileObject unread) {
        StoredObject object = unread.object();
        asideOf(object.type()).put(object.id(), unread);
        busyIfKnown(object)
                .filter(busy -> providers
                                .overlapping(busy.provider(), busy.blocked(), null)
                                .isEmpty()
                        && patients.overlapping(busy.patient(), busy.time(), null)
                                .isEmpty())
                .ifPresent(busy -> {
                    providers.add(busy.provider(), busy.blocked(), object.id());
                    patients.add(busy.patient(), busy.time(), object.id());
                });
    }

    void removeAside(FileObject unread) {
        StoredObject object = unread.object();
        asideOf(object.type()).remove(object.id());
        busyIfKnown(object).ifPresent(busy -> {
            providers.remove(busy.provider(), busy.blocked(), object.id());
            patients.remove(busy.patient(), busy.time(), object.id());
        });
    }

    private static Optional<Busy> busyIfKnown(StoredObject object) {
        try {
            return busy(object);
        } catch (InvalidAttributeException | IllegalArgumentException unknown) {
            return Optional.empty();
        }
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

    private NavigableMap<UUID, FileObject> asideOf(ObjectClass type) {
        return aside.getOrDefault(type, Collections.emptyNavigableMap());
    }

    private NavigableMap<UUID, StoredObject> of(ObjectClass type) {
        return objects.getOrDefault(type, Collections.emptyNavigableMap());
    }
}
