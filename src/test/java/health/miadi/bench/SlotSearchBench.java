package health.miadi.bench;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.availability.control.SearchOutsideAServer;
import health.miadi.testing.server.BuildOutput;
import health.miadi.testing.server.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@DisplayName(
        "R-AVAIL-7: searches among 1,000,000 appointments, as ratio to the bare SQL that reads the same busy ranges")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SlotSearchBench {
    private static final int ALL = 10_000_000;

    private final Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MINUTES);
    private final StringBuilder report = new StringBuilder();
    private Hospital hospital;
    private BareBusyRanges bare;
    private SearchOutsideAServer search;

    @BeforeAll
    void open() throws IOException, SQLException {
        hospital = Hospital.open();
        TestDatabase database = hospital.database();
        bare = new BareBusyRanges(database.connect());
        search = new SearchOutsideAServer(database.url(), "miadi", TestDatabase.password(), now);
    }

    @AfterAll
    void close() throws IOException, SQLException {
        Path file = BuildOutput.path("bench").resolve("slot-search.txt");
        Files.createDirectories(file.getParent());
        Files.writeString(file, report);
        search.close();
        bare.close();
        hospital.close();
    }

    @Test
    void aWeekOfOneProvider() {
        assertThat(measure("one provider, 7 days, all slots", providers(1), 7, ALL)
                        .value())
                .isLessThanOrEqualTo(2);
    }

    @Test
    void aMonthOfFiftyProviders() {
        assertThat(measure("50 providers, 31 days, all slots", providers(50), 31, ALL)
                        .value())
                .isLessThanOrEqualTo(3);
    }

    @Test
    void theFirstTwentyOfAThousandProviders() {
        Ratio first = measure("1,000 providers, 92 days, first 20", List.of(), 92, 20);
        assertThat(first.value()).isLessThanOrEqualTo(5);
        Ratio all = measure("1,000 providers, 92 days, all slots", List.of(), 92, ALL);
        assertThat(first.micros()).isLessThan(all.micros() / 10);
    }

    private Ratio measure(String what, List<UUID> providers, int days, int limit) {
        Instant to = now.plus(Duration.ofDays(days));
        Ratio ratio = Ratio.of(() -> search.find(providers, now, to, limit), () -> bare.read(providers, now, to));
        report.append("%-36s %s (%,d slots, %,d busy ranges)%n"
                .formatted(what, ratio, search.find(providers, now, to, limit), bare.read(providers, now, to)));
        return ratio;
    }

    private static List<UUID> providers(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(p -> UUID.fromString("00000001-0000-7000-8000-%012x".formatted(p * 17)))
                .toList();
    }
}
