package health.miadi.console.file;

import health.miadi.console.storage.Claims;
import health.miadi.console.storage.InvalidAttributeException;
import health.miadi.console.storage.ObjectClass;
import health.miadi.console.storage.StoredObject;
import health.miadi.console.storage.Trait;
import health.miadi.record.entity.RecordText;
import health.miadi.record.entity.Seal;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes what is stored of what was given: numbers and instants are set, passwords hashed, texts of records sealed. */
final class ObjectMaking {
    private final Contents contents;
    private final FileBookings bookings;
    private final FilePasswords passwords;
    private final RecordSealer sealer;
    private final Clock clock;

    ObjectMaking(Contents contents, FileSettings settings, RecordSealer sealer, Clock clock) {
        this.contents = contents;
        var statuses = new FileStatuses(contents, settings.correctionTime(), clock);
        this.bookings = new FileBookings(contents, statuses, settings.bookingTerms(), clock);
        this.passwords = new FilePasswords(settings);
        this.sealer = sealer;
        this.clock = clock;
    }

    /** The object that was given those values, as it will be stored. */
    StoredObject created(ObjectClass type, UUID id, Map<String, Object> given) {
        Instant now = clock.instant();
        Map<String, Object> values = new HashMap<>(given);
        values.put("createdAt", now);
        values.put("updatedAt", now);
        if (type == ObjectClass.PATIENT) {
            values.put("patientNumber", nextPatientNumber());
        }
        StoredObject wish = StoredObject.of(type, id, 1, values);
        return stored(wish, type == ObjectClass.APPOINTMENT ? bookings.booked(wish) : values);
    }

    /**
     * An object that is taken as it is, with what its source may not have said.
     *
     * @throws InvalidAttributeException when it lacks what it cannot be without
     */
    StoredObject taken(StoredObject given) {
        Map<String, Object> values = new HashMap<>(given.attributes());
        values.keySet().removeIf(name -> !isStored(given.type(), name));
        Instant now = clock.instant();
        values.putIfAbsent("createdAt", now);
        values.putIfAbsent("updatedAt", now);
        if (given.type() == ObjectClass.PATIENT) {
            values.putIfAbsent("patientNumber", nextPatientNumber());
        }
        if (given.type() == ObjectClass.APPOINTMENT) {
            given.value("start").ifPresent(start -> values.putIfAbsent("blockedFrom", start));
            given.value("end").ifPresent(end -> values.putIfAbsent("blockedUntil", end));
        }
        given.type().attributes().stream()
                .filter(FileFormat::isStored)
                .filter(attribute ->
                        attribute.is(Trait.REQUIRED) || attribute.fallback().isPresent())
                .forEach(attribute -> attribute
                        .fallback()
                        .ifPresentOrElse(
                                value -> values.putIfAbsent(attribute.name(), value),
                                () -> require(values, attribute.name())));
        if (given.type() == ObjectClass.APPOINTMENT) {
            require(values, "blockedUntil");
        }
        return StoredObject.of(given.type(), given.id(), given.version(), values);
    }

    /** An object that could not be used, after changes that are to repair it. */
    StoredObject repaired(StoredObject before, Map<String, Optional<Object>> changes) {
        Map<String, Object> values = new HashMap<>(before.attributes());
        changes.forEach((name, value) -> {
            if (!isStored(before.type(), name)) {
                throw new InvalidAttributeException(name, "can be changed once the object is repaired");
            }
            value.ifPresentOrElse(given -> values.put(name, given), () -> values.remove(name));
        });
        values.put("updatedAt", clock.instant());
        return taken(StoredObject.of(before.type(), before.id(), before.version() + 1, values));
    }

    private static void require(Map<String, Object> values, String name) {
        if (!values.containsKey(name)) {
            throw new InvalidAttributeException(name, "is required");
        }
    }

    private String nextPatientNumber() {
        return String.format(Locale.ROOT, "PAT-%06d", contents.patientNumbers() + 1);
    }

    /** The object as it is stored, after those changes. */
    StoredObject changed(StoredObject before, Map<String, Optional<Object>> changes) {
        Map<String, Object> values = new HashMap<>(before.attributes());
        changes.forEach((name, value) ->
                value.ifPresentOrElse(given -> values.put(name, given), () -> clear(before.type(), name, values)));
        values.put("updatedAt", clock.instant());
        Set<String> entered = changes.keySet().stream()
                .filter(name -> !before.value(name).equals(Optional.ofNullable(values.get(name))))
                .collect(Collectors.toSet());
        Claims.without(before, entered)
                .ifPresentOrElse(left -> values.put(Claims.ATTRIBUTE, left), () -> values.remove(Claims.ATTRIBUTE));
        StoredObject wish = StoredObject.of(before.type(), before.id(), before.version() + 1, values);
        return stored(
                wish,
                before.type() == ObjectClass.APPOINTMENT ? bookings.changed(before, wish, changes.keySet()) : values);
    }

    /** A text of a record is not among the values: that it is taken away has to be said. */
    private static void clear(ObjectClass type, String name, Map<String, Object> values) {
        if (type == ObjectClass.MEDICAL_RECORD) {
            values.put(name, "");
        } else {
            values.remove(name);
        }
    }

    private StoredObject stored(StoredObject wish, Map<String, Object> values) {
        Map<String, Object> kept = new HashMap<>(values);
        if (wish.type() == ObjectClass.USER) {
            hash(wish, kept);
        }
        if (wish.type() == ObjectClass.MEDICAL_RECORD) {
            seal(wish, kept);
        }
        kept.keySet().removeIf(name -> !isStored(wish.type(), name));
        return StoredObject.of(wish.type(), wish.id(), wish.version(), kept);
    }

    /** What a record says stands in its {@code sealed} alone, and a password in its hash. */
    private static boolean isStored(ObjectClass type, String name) {
        return type.attribute(name).filter(FileFormat::isStored).isPresent();
    }

    private void hash(StoredObject user, Map<String, Object> kept) {
        user.value("password")
                .ifPresent(password -> kept.put(
                        "passwordHash",
                        passwords.hash("password", password.toString(), Values.text(user, "username"))));
    }

    /** An amendment keeps what it does not name, and the version before it (R-REC-3). */
    private void seal(StoredObject medicalRecord, Map<String, Object> kept) {
        StoredObject appointment = contents.get(ObjectClass.APPOINTMENT, Values.id(medicalRecord, "appointmentId"))
                .orElseThrow(() -> new InvalidAttributeException("appointmentId", "must be the id of an Appointment"));
        SealedVersions versions =
                SealedVersions.of(kept.getOrDefault("sealed", "").toString());
        RecordText before = versions.count() == 0
                ? null
                : sealer.open(versions.newest(), seal(medicalRecord, appointment, versions.count()));
        Object diagnosis = kept.getOrDefault("diagnosis", before == null ? "" : before.diagnosis());
        if (diagnosis.equals("")) {
            throw new InvalidAttributeException("diagnosis", "is required");
        }
        RecordText text = new RecordText(
                diagnosis.toString(),
                text(kept, "treatment", before == null ? null : before.treatment()),
                text(kept, "prescriptions", before == null ? null : before.prescriptions()),
                text(kept, "notes", before == null ? null : before.notes()));
        kept.put(
                "sealed",
                versions.with(
                        sealer.seal(text, seal(medicalRecord, appointment, versions.count() + 1)), clock.instant()));
    }

    private static @Nullable String text(Map<String, Object> kept, String name, @Nullable String before) {
        Object given = kept.get(name);
        if (given == null) {
            return before;
        }
        return given.equals("") ? null : given.toString();
    }

    private static Seal seal(StoredObject medicalRecord, StoredObject appointment, int number) {
        return new Seal(
                medicalRecord.id(),
                appointment.id(),
                Values.id(appointment, "patientId"),
                Values.id(appointment, "providerId"),
                number);
    }
}
