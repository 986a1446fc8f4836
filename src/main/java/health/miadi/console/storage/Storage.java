package health.miadi.console.storage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the console's objects are kept. Every change is stored when its method returns, or not at all.
 *
 * <p>Every method throws {@link StorageUnavailableException} when the place cannot be read or written. A storage belongs to
 * one thread.
 */
public interface Storage extends AutoCloseable {
    /** Objects of that class in the order of their ids, read as one walks; the caller closes the stream. */
    Stream<StoredObject> all(ObjectClass type);

    /** The object of that class with that id; an id of another class finds nothing. */
    Optional<StoredObject> get(ObjectClass type, UUID id);

    /**
     * Makes an object: the {@code new} of other storages, and stored at once.
     *
     * @param attributes as {@link ObjectClass#read} gives them
     * @throws InvalidAttributeException when one is missing, wrong, or refers to nothing
     * @throws ConflictException when another object has a unique value, or is in the way
     */
    StoredObject create(ObjectClass type, Map<String, Object> attributes);

    /**
     * Stores what {@link StoredObject#with} changed.
     *
     * @throws NoInstanceException when the object has gone
     * @throws InvalidAttributeException when a change is wrong, or is to an attribute that does not change
     * @throws ConflictException when another object has a unique value or is in the way, or the object was changed since it
     *     was read
     */
    StoredObject save(StoredObject changed);

    /**
     * Removes an object.
     *
     * @throws NoInstanceException when there is none
     * @throws ConflictException when others refer to it
     */
    void delete(ObjectClass type, UUID id);

    /**
     * The appointments that the last {@link #create}, {@link #save} or {@link #delete} stranded, by their start (R-AVAIL-4): they
     * are scheduled, and lie outside working time since. None where it was no change of working time.
     */
    List<StoredObject> stranded();

    /** How many objects of that class there are. */
    long count(ObjectClass type);

    /**
     * The objects of that class that have all of those values, in the order of their ids; the caller closes the stream.
     *
     * @param values as {@link ObjectClass#readValues} gives them; texts are compared whatever their case
     */
    Stream<StoredObject> find(ObjectClass type, Map<String, Object> values);

    /** The account with that e-mail address, or that username, whatever its case. */
    Optional<StoredObject> userByEmail(String email);

    /** Why objects that are there cannot be used; {@link #get} shows them, {@link #save} and {@link #delete} repair them. */
    default List<Fault> faults() {
        return List.of();
    }

    /** Looks at the place anew: what others have changed since is seen from now on. */
    void reload();

    /**
     * Objects of that class as they are stored, {@linkplain Trait#HIDDEN hidden} attributes included: for an export. Nothing
     * in them is readable that should not be: passwords are hashes, texts of records are ciphertext.
     */
    Stream<StoredObject> stored(ObjectClass type);

    /**
     * Takes objects as they are, with their ids, as {@link #stored} gives them or an import makes them. One transaction: the
     * batch is stored when this returns, or nothing of it.
     *
     * @return for each object, in their order, what became of it
     */
    List<Taking> take(ObjectClass type, List<StoredObject> batch);

    /** Those of these objects that are there and can be used. */
    Map<UUID, StoredObject> byIds(ObjectClass type, List<UUID> ids);

    /**
     * Stores several that {@link StoredObject#with} changed, each by itself: those that a rule does not refuse.
     *
     * @return for each object, in their order, what became of it
     */
    List<Taking> saveAll(List<StoredObject> changed);

    /** Does the work, gives what came of it, and takes back all that it changed. */
    <T> T rehearsing(Supplier<T> work);

    /** Reads all that an export needs as of one moment; that it was done is noted where there is an audit trail. */
    default <T> T exporting(Supplier<T> reading) {
        return reading.get();
    }

    /**
     * Notes that objects of that class are shown, where there is an audit trail and they are about people (R-REC-5).
     *
     * @param id of the one that is shown, or the patient or provider whose they are; null for nobody's in particular
     */
    default void noteShown(ObjectClass type, @Nullable UUID id) {}

    /** Lets go of the place; does nothing the second time. */
    @Override
    void close();
}
