package health.miadi.console.storage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Finds the appointments that overlap another of the same provider or patient; touching ends are no overlap. */
public final class Overlaps {
    private static final Set<String> NEVER_TOOK_PLACE = Set.of("cancelled", "no_show");

    private final Map<UUID, List<Time>> byPerson = new HashMap<>();

    private record Time(UUID appointment, Instant start, Instant end) {}

    private Overlaps() {}

    /**
     * The ids of those that overlap one that is stored, or one before them that overlaps none itself.
     *
     * @param stored opens the stored appointments, all of them or at least those that may overlap
     */
    public static Set<UUID> among(List<StoredObject> appointments, Supplier<Stream<StoredObject>> stored) {
        Overlaps known = new Overlaps();
        appointments.forEach(
                appointment -> people(appointment).forEach(id -> known.byPerson.put(id, new ArrayList<>())));
        try (Stream<StoredObject> all = stored.get()) {
            all.filter(Overlaps::takesPlace).forEach(known::add);
        }
        Set<UUID> overlapping = new HashSet<>();
        for (StoredObject appointment : appointments) {
            if (takesPlace(appointment)) {
                if (known.overlaps(appointment)) {
                    overlapping.add(appointment.id());
                } else {
                    known.add(appointment);
                }
            }
        }
        return overlapping;
    }

    private static boolean takesPlace(StoredObject appointment) {
        return !NEVER_TOOK_PLACE.contains(
                String.valueOf(appointment.attributes().get("status")));
    }

    private void add(StoredObject appointment) {
        Time time = time(appointment);
        for (UUID person : people(appointment)) {
            List<Time> times = byPerson.get(person);
            if (times != null) {
                times.add(time);
            }
        }
    }

    private boolean overlaps(StoredObject appointment) {
        Time time = time(appointment);
        return people(appointment).stream()
                .flatMap(person -> byPerson.getOrDefault(person, List.of()).stream())
                .anyMatch(other -> !other.appointment.equals(time.appointment)
                        && other.start.isBefore(time.end)
                        && time.start.isBefore(other.end));
    }

    private static List<UUID> people(StoredObject appointment) {
        return List.of((UUID) value(appointment, "providerId"), (UUID) value(appointment, "patientId"));
    }

    private static Time time(StoredObject appointment) {
        return new Time(appointment.id(), (Instant) value(appointment, "start"), (Instant) value(appointment, "end"));
    }

    private static Object value(StoredObject appointment, String name) {
        return appointment.value(name).orElseThrow(() -> new InvalidAttributeException(name, "is required"));
    }
}
