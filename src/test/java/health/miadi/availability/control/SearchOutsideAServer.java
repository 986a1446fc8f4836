package health.miadi.availability.control;

import health.miadi.availability.entity.SlotEngine;
import health.miadi.availability.entity.SlotSearch;
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
    private final EntityManagerFactory factory;
    private final Instant now;

    public SearchOutsideAServer(String url, String user, String password, Instant now) {
        this.now = now;
        this.factory = Persistence.createEntityManagerFactory(
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
            var calendars = new CalendarRepository();
            calendars.clock = Clock.fixed(now, ZoneOffset.UTC);
            calendars.entities = entities;
            CalendarReading reading = calendars.read(CalendarScope.ofSlots(providers, from, to));
            var terms = new BookingTerms();
            terms.durationMinutes = 30;
            terms.slotIntervalMinutes = 15;
            terms.minNoticeMinutes = 30;
            terms.maxHorizonDays = 180;
            var engine = new SlotEngine(
                    terms.of(null, null, ""), Clock.fixed(now, ZoneOffset.UTC).instant());
            return new SlotSearch(engine, reading.schedules().values())
                    .first(limit, from, to)
                    .size();
        }
    }

    @Override
    public void close() {
        factory.close();
    }
}
