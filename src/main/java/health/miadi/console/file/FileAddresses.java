package health.miadi.console.file;

import health.miadi.console.storage.InvalidAttributeException;
import health.miadi.console.storage.ObjectClass;
import health.miadi.console.storage.StoredObject;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The e-mail address that a person and their account share, in a file as in the database (R-PERS-5). */
final class FileAddresses {
    private static final String EMAIL = "email";
    private static final String USERNAME = "username";

    private final Contents contents;
    private final Clock clock;

    FileAddresses(Contents contents, Clock clock) {
        this.contents = contents;
        this.clock = clock;
    }

    /** An account that becomes somebody's: one without an address has that of its person. Anything else is as it is. */
    StoredObject joined(@Nullable StoredObject before, StoredObject object) {
        boolean becomesTheirs = before == null || !Objects.equals(person(before), person(object));
        return becomesTheirs && object.value(EMAIL).isEmpty() ? taken(object) : object;
    }

    /** An account as it is taken from elsewhere: its person's address is the one, if they have one. Anything else is as it is. */
    StoredObject taken(StoredObject object) {
        return personOf(object)
                .filter(person -> person.value(EMAIL).isPresent())
                .map(person -> with(object, text(person, EMAIL)))
                .orElse(object);
    }

    /**
     * The account that changes with its person, or the person who changes with their account, as they will be.
     *
     * @return empty when there is none, or they have that address
     * @throws InvalidAttributeException when the account is named by the address that is to go
     */
    Optional<StoredObject> following(StoredObject object) {
        return parted(object).map(this::changed);
    }

    /** The same as it would have been all along. */
    Optional<StoredObject> parted(StoredObject object) {
        Optional<StoredObject> other = object.type() == ObjectClass.USER ? personOf(object) : accountOf(object);
        return other.filter(found -> !found.value(EMAIL).equals(object.value(EMAIL)))
                .map(found -> with(found, text(object, EMAIL)));
    }

    private StoredObject changed(StoredObject object) {
        Map<String, Object> values = new HashMap<>(object.attributes());
        values.put("updatedAt", clock.instant());
        return StoredObject.of(object.type(), object.id(), object.version() + 1, values);
    }

    private static StoredObject with(StoredObject object, @Nullable String address) {
        Map<String, Object> values = new HashMap<>(object.attributes());
        values.remove(EMAIL);
        if (address != null) {
            values.put(EMAIL, address);
        }
        if (String.valueOf(values.get(USERNAME)).contains("@")) {
            if (address == null) {
                throw new InvalidAttributeException(
                        EMAIL, "is what the account signs in with: it can be changed, not removed");
            }
            values.put(USERNAME, address);
        }
        return StoredObject.of(object.type(), object.id(), object.version(), values);
    }

    private Optional<StoredObject> accountOf(StoredObject person) {
        return contents.referringTo(person.id()).stream()
                .filter(other -> other.type() == ObjectClass.USER)
                .findFirst();
    }

    private Optional<StoredObject> personOf(StoredObject account) {
        UUID id = person(account);
        return id == null
                ? Optional.empty()
                : contents.get(ObjectClass.PATIENT, id).or(() -> contents.get(ObjectClass.PROVIDER, id));
    }

    private static @Nullable UUID person(StoredObject object) {
        return object.type() == ObjectClass.USER ? Values.optionalId(object, "personId") : null;
    }

    private static @Nullable String text(StoredObject object, String name) {
        return object.value(name).map(Object::toString).orElse(null);
    }
}
