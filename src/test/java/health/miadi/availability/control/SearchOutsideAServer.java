package health.miadi.availability.control;

import health.miadi.identity.entity.Caller;
import health.miadi.identity.entity.Role;
import health.miadi.shared.paging.PageQuery;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The search for slots with its own persistence provider and no server around it. */
public final class SearchOutsideAServer implements AutoCloseable {
    private static final Caller ADMIN = new Caller(new UUID(0, 0), "admin", Role.ADMIN, null);
    private static final BookingTerms TERMS = terms();

    private final EntityManagerFactory factory;
    private final Instant now;
    private final CalendarRepository calendars = new CalendarRepository();

    public SearchOutsideAServer(String url, String user, String password, Instant now) {
        this.now = now;
        this.factory = connected(url, user, password);
    }

    /** The persistence unit over that database. */
    static EntityManagerFactory connected(String url, String user, String password) {
        return Persistence.createEntityManagerFactory(
                "miadi",
                Map.of(
                        "jakarta.persistence.transactionType",
                        "RESOURCE_LOCAL",
                        "jakarta.persistence.jtaDataSource",
                        "",
                        "jakarta.persistence.jdbc.driver",
                        "org.postgresql.Driver",
                        "jakarta.persistence.jdbc.url",
                        url,
                        "jakarta.persistence.jdbc.user",
                        user,
                        "jakarta.persistence.jdbc.password",
                        password));
    }

    /** Reads, lists and answers how many it found, at most {@code limit}. */
    public long find(List<UUID> providers, Instant from, Instant to, int limit) {
        try (EntityManager entities = factory.createEntityManager()) {
            var finder = new SlotFinder();
            finder.calendars = calendars;
            finder.calendars.entities = entities;
            finder.calendars.clock = Clock.fixed(now, ZoneOffset.UTC);
            finder.bookingTerms = TERMS;
            finder.wishes = new SlotWishes();
            finder.clock = Clock.fixed(now, ZoneOffset.UTC);
            var page = new PageQuery(limit - 1, null);
            return finder.find(
                            ADMIN,
                            new SlotQuery(
                                    from,
                                    to,
                                    providers,
                                    null,
                                    null,
                                    new SlotWishes.Asked(null, null, null, null),
                                    page))
                    .size();
        }
    }

    private static BookingTerms terms() {
        var terms = new BookingTerms();
        terms.durationMinutes = 30;
        terms.slotIntervalMinutes = 15;
        terms.minNoticeMinutes = 30;
        terms.maxHorizonDays = 180;
        return terms;
    }

    @Override
    public void close() {
        factory.close();
    }
}
