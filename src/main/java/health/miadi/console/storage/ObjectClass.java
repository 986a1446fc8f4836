package health.miadi.console.storage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The classes of objects that the console knows, in an order in which each refers only to those before it. */
public enum ObjectClass {
    PROVIDER("Provider", "somebody who gives care, and whose calendar can be booked", "Doctor"),
    PATIENT("Patient", "somebody who receives care"),
    USER("User", "an account to sign in with"),
    APPOINTMENT_TYPE("AppointmentType", "a kind of appointment that the clinic offers"),
    AVAILABILITY("Availability", "weekly working hours of a provider"),
    EXCEPTION("Exception", "a dated absence, or extra hours, of a provider", "AvailabilityException"),
    INSURANCE("Insurance", "a patient's cover"),
    APPOINTMENT("Appointment", "a patient with a provider for a time", "Appointments"),
    MEDICAL_RECORD("MedicalRecord", "what was found and done at an appointment; confidential");

    private final String title;
    private final String help;
    private final List<String> aliases;

    ObjectClass(String title, String help, String... aliases) {
        this.title = title;
        this.help = help;
        this.aliases = List.of(aliases);
    }

    /** Its name at the prompt. */
    public String title() {
        return title;
    }

    /** What it is, in a few words. */
    public String help() {
        return help;
    }

    /** Other names that are understood. */
    public List<String> aliases() {
        return aliases;
    }

    /** The class with that name or alias, whatever its case. */
    public static Optional<ObjectClass> named(String name) {
        return Arrays.stream(values())
                .filter(type -> type.title.equalsIgnoreCase(name)
                        || type.aliases.stream().anyMatch(alias -> alias.equalsIgnoreCase(name)))
                .findFirst();
    }

    /** All that its objects have, in the order in which they are shown. */
    public List<Attribute> attributes() {
        return Attributes.of(this);
    }

    /** The attribute with exactly that name. */
    public Optional<Attribute> attribute(String name) {
        return attributes().stream()
                .filter(attribute -> attribute.name().equals(name))
                .findFirst();
    }

    /** The required attributes that are not among those, in their order; of those one of which is needed, the first. */
    public List<Attribute> missing(Map<String, ?> given) {
        Optional<Attribute> one = missingOne(given);
        return attributes().stream()
                .filter(attribute -> (attribute.is(Trait.REQUIRED) && !given.containsKey(attribute.name()))
                        || one.filter(attribute::equals).isPresent())
                .toList();
    }

    private InvalidAttributeException lacks(Attribute attribute) {
        String others = attributes().stream()
                .filter(other -> other.is(Trait.ONE_NEEDED) && other != attribute)
                .map(Attribute::name)
                .collect(Collectors.joining(" or "));
        return new InvalidAttributeException(
                attribute.name(),
                attribute.is(Trait.ONE_NEEDED) ? "is required where there is no " + others : "is required");
    }

    /** The first of the attributes one of which is needed, when none of them is there. */
    private Optional<Attribute> missingOne(Map<String, ?> given) {
        List<Attribute> among = attributes().stream()
                .filter(attribute -> attribute.is(Trait.ONE_NEEDED))
                .toList();
        return among.stream().map(Attribute::name).anyMatch(given::containsKey)
                ? Optional.empty()
                : among.stream().findFirst();
    }

    /**
     * Reads what was given to make an object of, fills in what is not given, and checks what the object must be by itself.
     *
     * @param given texts, numbers, true or false, by name
     * @throws InvalidAttributeException for the first one that is unknown, wrong, missing or does not fit the others
     */
    public Map<String, Object> read(Map<String, ?> given) {
        Map<String, Object> values = new LinkedHashMap<>(readValues(given));
        for (String name : values.keySet()) {
            if (!known(name).isGiven()) {
                throw new InvalidAttributeException(name, "is set by the clinic");
            }
        }
        List<Attribute> missing = missing(values);
        if (!missing.isEmpty()) {
            throw lacks(missing.get(0));
        }
        Map<String, Object> whole = new LinkedHashMap<>();
        for (Attribute attribute : attributes()) {
            Object value = values.get(attribute.name());
            Object chosen = value == null ? attribute.fallback().orElse(null) : value;
            if (chosen != null) {
                whole.put(attribute.name(), chosen);
            }
        }
        check(whole);
        return whole;
    }

    /** Adds what is missing in the values of an object that was written before there was such an attribute. */
    public void completeOld(Map<String, Object> values) {
        for (Attribute attribute : attributes()) {
            if (attribute.is(Trait.LATER)) {
                attribute.fallback().ifPresent(value -> values.putIfAbsent(attribute.name(), value));
            }
        }
    }

    /**
     * Reads values to compare with, or to change to, one by one.
     *
     * @throws InvalidAttributeException for the first one that is unknown or wrong
     */
    public Map<String, Object> readValues(Map<String, ?> given) {
        Map<String, Object> values = new LinkedHashMap<>();
        given.forEach((name, value) -> values.put(name, known(name).read(value)));
        return values;
    }

    /**
     * The values of an object that is to be stored, as a reader will find them.
     *
     * @throws InvalidAttributeException for the first one that no reader would take
     */
    public Map<String, Object> readAgain(Map<String, Object> values) {
        Map<String, Object> texts = new LinkedHashMap<>();
        values.forEach((name, value) -> texts.put(name, value.toString()));
        return readValues(texts);
    }

    /**
     * Reads a change of an object.
     *
     * @param given an empty text, or an empty value, removes what is not required
     * @throws InvalidAttributeException for one that is unknown, wrong, never changes, or cannot be removed
     */
    public StoredObject change(StoredObject object, Map<String, Optional<?>> given) {
        return change(object, given, Set.of());
    }

    /**
     * Reads a change of an object that may have to be repaired.
     *
     * @param faulty attributes that are wrong now, and so can be changed whatever they are
     */
    public StoredObject change(StoredObject object, Map<String, Optional<?>> given, Set<String> faulty) {
        StoredObject changed = object;
        for (Map.Entry<String, Optional<?>> entry : given.entrySet()) {
            Attribute attribute = known(entry.getKey());
            if (!attribute.isChangeable() && !faulty.contains(attribute.name())) {
                throw new InvalidAttributeException(
                        attribute.name(), attribute.isGiven() ? "cannot be changed" : "is set by the clinic");
            }
            Optional<Object> value = entry.getValue()
                    .filter(text -> !text.equals("") || attribute.is(Trait.REQUIRED))
                    .map(attribute::read);
            boolean kept =
                    attribute.is(Trait.REQUIRED) || attribute.fallback().isPresent() || attribute.is(Trait.SECRET);
            if (value.isEmpty() && kept) {
                throw new InvalidAttributeException(attribute.name(), "cannot be removed");
            }
            changed = changed.with(attribute.name(), value);
        }
        check(changed.attributes());
        return changed;
    }

    /**
     * Checks what an object must be by itself: how its values fit each other.
     *
     * @throws InvalidAttributeException for the first one that does not fit
     */
    public void check(Map<String, Object> values) {
        missingOne(values).ifPresent(one -> {
            throw lacks(one);
        });
        ObjectRules.check(this, values);
    }

    private Attribute known(String name) {
        return attribute(name).orElseThrow(() -> new InvalidAttributeException(name, "is no attribute of " + title));
    }

    /** The name as one word in lower case: {@code appointment_type}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The titles of all. */
    public static List<String> titles() {
        List<String> titles = new ArrayList<>();
        for (ObjectClass type : values()) {
            titles.add(type.title);
        }
        return titles;
    }
}
