package health.miadi.console.storage;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A storage with people, hours and appointments that tests put into it. It may have other objects already: each test makes its own. */
public abstract class StorageFixture {
    /** The storage, open. */
    protected abstract Storage storage();

    protected static StoredObject past(UUID provider, UUID patient, int minutes) {
        Instant start = Instant.parse("2020-03-02T09:00:00Z").plus(minutes, ChronoUnit.MINUTES);
        return StoredObject.of(
                ObjectClass.APPOINTMENT,
                UUID.randomUUID(),
                1,
                Map.of(
                        "providerId",
                        provider,
                        "patientId",
                        patient,
                        "start",
                        start,
                        "end",
                        start.plus(30, ChronoUnit.MINUTES),
                        "timeZone",
                        "UTC",
                        "status",
                        "completed"));
    }

    protected static StoredObject foreignPatient(Map<String, Object> attributes) {
        return StoredObject.of(ObjectClass.PATIENT, UUID.randomUUID(), 1, attributes);
    }

    /** The next Monday but one at 09:00 UTC, when {@link #workingProvider} works until 17:00, and so many minutes later. */
    protected static Instant start(int minutes) {
        return LocalDate.now(ZoneOffset.UTC)
                .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                .plusWeeks(1)
                .atTime(9, 0)
                .toInstant(ZoneOffset.UTC)
                .plus(minutes, ChronoUnit.MINUTES);
    }

    protected StoredObject workingProvider() {
        StoredObject provider = provider(Map.of());
        create(ObjectClass.AVAILABILITY, window(provider, "monday", "09:00", "17:00"));
        return provider;
    }

    /** An appointment of half an hour with a new patient. */
    protected Map<String, Object> wish(StoredObject provider, int minutes) {
        return new HashMap<>(Map.of(
                "providerId", provider.id().toString(),
                "patientId", patient(Map.of()).id().toString(),
                "start", start(minutes).toString()));
    }

    protected static Map<String, Object> window(StoredObject provider, String day, String from, String to) {
        return Map.of("providerId", provider.id().toString(), "dayOfWeek", day, "startTime", from, "endTime", to);
    }

    protected StoredObject patient(Map<String, String> more) {
        return create(ObjectClass.PATIENT, with(Map.of("firstName", "Amina", "lastName", "Okoth"), more));
    }

    protected StoredObject provider(Map<String, String> more) {
        return create(
                ObjectClass.PROVIDER,
                with(Map.of("firstName", "Juma", "lastName", "Otieno", "cadre", "doctor", "timeZone", "UTC"), more));
    }

    protected StoredObject type(Map<String, String> more) {
        return create(
                ObjectClass.APPOINTMENT_TYPE, with(Map.of("name", "Visit " + unique(), "durationMinutes", "20"), more));
    }

    protected StoredObject create(ObjectClass type, Map<String, ?> given) {
        return storage().create(type, type.read(given));
    }

    protected static StoredObject change(StoredObject object, String name, String value) {
        return object.type().change(object, Map.of(name, Optional.of(value)));
    }

    private static Map<String, String> with(Map<String, String> base, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(base);
        all.putAll(more);
        return all;
    }

    /** Eight digits that no other test has. */
    protected static String unique() {
        return String.format(
                Locale.ROOT, "%08d", Math.floorMod(UUID.randomUUID().getLeastSignificantBits(), 100_000_000L));
    }
}
