package health.miadi.console.file;

import health.miadi.console.storage.Attribute;
import health.miadi.console.storage.Claims;
import health.miadi.console.storage.ConflictException;
import health.miadi.console.storage.ObjectClass;
import health.miadi.console.storage.StoredObject;
import health.miadi.console.storage.Trait;
import health.miadi.shared.validation.UniqueKeys;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The values that only one object has, compared as the unique indexes of the database compare them. */
final class UniqueValues {
    private static final String EMAIL = "email";

    /** What is compared otherwise than it once was. */
    private static final Set<String> BY_KEY = Set.of("phone", "nationalId");

    private final Map<String, UUID> owners = new HashMap<>();
    private final int country;

    /**
     * @param country the code of the country of a phone number that names none
     */
    UniqueValues(int country) {
        this.country = country;
    }

    void add(StoredObject object) {
        each(object, (attribute, key) -> owners.putIfAbsent(key, object.id()));
    }

    void remove(StoredObject object) {
        each(object, (attribute, key) -> owners.remove(key, object.id()));
    }

    /**
     * Checks that no other object has one of its values.
     *
     * @param before as it stands, absent for a new one; what it has beside another one from before stays so until it changes
     * @throws ConflictException when one has
     */
    void requireFree(StoredObject object, Optional<StoredObject> before) {
        each(object, (attribute, key) -> {
            UUID owner = owners.get(key);
            boolean isNew = !before.filter(former -> !isClaimed(former, attribute))
                    .flatMap(former -> former.value(attribute.name()))
                    .equals(object.value(attribute.name()));
            if (owner != null && isNew && !owner.equals(object.id())) {
                throw new ConflictException(attribute.name(), "another one has the same value already");
            }
        });
    }

    /**
     * The same for what was stored before, when values of {@link UniqueKeys} were compared as they are written.
     *
     * @throws ConflictException when one has
     */
    void requireUntaken(StoredObject object) {
        each(object, (attribute, key) -> {
            UUID owner = owners.get(key);
            if (owner != null && !owner.equals(object.id()) && !BY_KEY.contains(attribute.name())) {
                throw new ConflictException(attribute.name(), "another one has the same value already");
            }
        });
    }

    private interface Visitor {
        void visit(Attribute attribute, String key);
    }

    private void each(StoredObject object, Visitor visitor) {
        for (Attribute attribute : object.type().attributes()) {
            Object value = object.attributes().get(attribute.name());
            if (value != null && attribute.name().equals("policyNumber")) {
                // nobody has the same cover twice, claimed or confirmed
                visitor.visit(
                        attribute,
                        object.attributes().get("patientId") + " " + comparable(attribute.name(), value.toString()));
            }
            if (value != null
                    && attribute.is(Trait.UNIQUE)
                    && !isOfItsPerson(object, attribute)
                    && !isClaimed(object, attribute)) {
                visitor.visit(attribute, key(object.type(), attribute.name(), value.toString()));
            }
        }
    }

    /** What somebody claims may be another's (R-PERS-2); an address is a name to sign in with, and so nobody else's. */
    private static boolean isClaimed(StoredObject object, Attribute attribute) {
        return !attribute.name().equals(EMAIL) && Claims.of(object).contains(attribute.name());
    }

    /** An account has the address of its person, who holds it for both (R-PERS-5). */
    private static boolean isOfItsPerson(StoredObject object, Attribute attribute) {
        return object.type() == ObjectClass.USER
                && attribute.name().equals(EMAIL)
                && object.value("personId").isPresent();
    }

    /** Patients and providers are persons: they share what is unique about a person, and an address with accounts as well. */
    private String key(ObjectClass type, String attribute, String value) {
        if (attribute.equals(EMAIL)) {
            return EMAIL + " " + comparable(attribute, value);
        }
        boolean person = type == ObjectClass.PATIENT || type == ObjectClass.PROVIDER;
        return (person ? "person" : type.word()) + " " + attribute + " " + comparable(attribute, value);
    }

    private String comparable(String attribute, String value) {
        return switch (attribute) {
            case "phone" -> UniqueKeys.phone(value, country);
            case "nationalId" -> UniqueKeys.nationalId(value);
            case "policyNumber" -> value.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
            default -> value.toLowerCase(Locale.ROOT);
        };
    }
}
