package health.miadi.console.file;

import health.miadi.appointment.entity.AppointmentStatus;
import health.miadi.availability.entity.DatedException;
import health.miadi.availability.entity.ExceptionKind;
import health.miadi.availability.entity.Interval;
import health.miadi.availability.entity.WorkingCalendar;
import health.miadi.console.storage.ObjectClass;
import health.miadi.console.storage.StoredObject;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the appointments that a change strands in a file (R-AVAIL-4), as the application finds them in the database. */
final class FileStranding {
    private final Contents contents;
    private final FileCalendars calendars;
    private final Clock clock;
    private List<StoredObject> last = List.of();

    FileStranding(Contents contents, Clock clock) {
        this.contents = contents;
        this.calendars = new FileCalendars(contents);
        this.clock = clock;
    }

    /** What the last change stranded, by start and id. */
    List<StoredObject> last() {
        return last;
    }

    /** Makes or changes an object; what lies in an absence that this plans is named even if it was stranded before. */
    StoredObject planned(StoredObject wish, Supplier<StoredObject> change) {
        Set<UUID> before = ids(wish);
        StoredObject planned = change.get();
        last = of(wish).filter(visit -> !before.contains(visit.id()) || isAwayAt(planned, time(visit)))
                .toList();
        return planned;
    }

    /** Removes an object. */
    void removed(StoredObject object, Runnable change) {
        Set<UUID> before = ids(object);
        change.run();
        last = of(object).filter(visit -> !before.contains(visit.id())).toList();
    }

    private Set<UUID> ids(StoredObject object) {
        last = List.of();
        return of(object).map(StoredObject::id).collect(Collectors.toSet());
    }

    /** What is stranded with the provider whose working time such an object is; nothing for any other object. */
    private Stream<StoredObject> of(StoredObject object) {
        return provider(object).stream().flatMap(this::of);
    }

    /** Whose working time such an object is. */
    private static Optional<UUID> provider(StoredObject object) {
        return switch (object.type()) {
            case PROVIDER -> Optional.of(object.id());
            case AVAILABILITY, EXCEPTION -> Optional.ofNullable(Values.optionalId(object, "providerId"));
            default -> Optional.empty();
        };
    }

    /** Those of that provider that are scheduled, have not begun, and are not wholly within working time. */
    private Stream<StoredObject> of(UUID providerId) {
        Optional<WorkingCalendar> calendar =
                contents.get(ObjectClass.PROVIDER, providerId).flatMap(calendars::of);
        return contents.referringTo(providerId).stream()
                .filter(other -> other.type() == ObjectClass.APPOINTMENT)
                .filter(visit -> Values.status(visit) == AppointmentStatus.SCHEDULED)
                .filter(visit -> Values.instant(visit, "start").isAfter(clock.instant()))
                .filter(visit -> calendar.filter(known -> known.isWorkedThroughout(time(visit)))
                        .isEmpty())
                .sorted(Comparator.comparing((StoredObject visit) -> Values.instant(visit, "start"))
                        .thenComparing(visit -> visit.id().toString()));
    }

    private boolean isAwayAt(StoredObject plan, Interval time) {
        if (plan.type() != ObjectClass.EXCEPTION) {
            return false;
        }
        DatedException dated = Values.dated(plan);
        return dated.kind() == ExceptionKind.ABSENT
                && contents.get(ObjectClass.PROVIDER, Values.id(plan, "providerId"))
                        .flatMap(calendars::of)
                        .filter(calendar -> dated.overlaps(time, calendar.zone()))
                        .isPresent();
    }

    private static Interval time(StoredObject visit) {
        return new Interval(Values.instant(visit, "start"), Values.instant(visit, "end"));
    }
}
