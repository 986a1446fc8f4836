package health.miadi.console.file;

import health.miadi.availability.entity.DatedException;
import health.miadi.availability.entity.WeeklyWindow;
import health.miadi.availability.entity.WorkingCalendar;
import health.miadi.console.storage.ObjectClass;
import health.miadi.console.storage.StoredObject;
import health.miadi.shared.time.Zones;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** When the providers of a file work. */
final class FileCalendars {
    private final Contents contents;

    FileCalendars(Contents contents) {
        this.contents = contents;
    }

    /** When that provider works; empty for one who is not active, or whose time zone nobody knows any more. */
    Optional<WorkingCalendar> of(StoredObject provider) {
        return Zones.named(Values.text(provider, "timeZone"))
                .filter(known -> Values.truth(provider, "active"))
                .map(zone -> new WorkingCalendar(zone, windows(provider), exceptions(provider)));
    }

    private List<WeeklyWindow> windows(StoredObject provider) {
        return planned(provider, ObjectClass.AVAILABILITY, Values::window);
    }

    private List<DatedException> exceptions(StoredObject provider) {
        return planned(provider, ObjectClass.EXCEPTION, Values::dated);
    }

    private <T> List<T> planned(StoredObject provider, ObjectClass type, Function<StoredObject, T> read) {
        return contents.referringTo(provider.id()).stream()
                .filter(other -> other.type() == type)
                .map(read)
                .toList();
    }
}
