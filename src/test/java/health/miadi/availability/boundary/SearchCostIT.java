package health.miadi.availability.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.testing.Clinic;
import health.miadi.testing.DatabaseWork;
import health.miadi.testing.TestPatient;
import health.miadi.testing.TestProvider;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("R-AVAIL-7: what a search costs")
class SearchCostIT {
    private static final long MOST_QUERIES = 3;

    /** A search of many providers is counted (R-AUTH-12), which is a statement of its own. */
    private static final long COUNTED = 1;

    /** Whoever locked a provider's row last, as PostgreSQL notes it on the row. */
    private static final String LOCKED_BY = "SELECT CAST(CAST(xmax AS text) AS bigint) FROM providers WHERE id = ?";

    private final Clinic clinic = Clinic.ofTheSuite();
    private final TestPatient patient = clinic.aPatient();
    private final TestProvider provider = clinic.aProvider().workingMondays("09:00", "17:00");

    private long queries(String filter, Duration ahead) {
        Instant from = provider.mondayAt("00:00");
        String path = "/slots?limit=20&from=" + from + "&to=" + from.plus(ahead) + filter;
        return DatabaseWork.of(clinic.database(), () -> patient.api().get(path).expect(200))
                .statements();
    }

    private String specialization() {
        return "&specialization="
                + clinic.admin().get("/providers/" + provider.id()).expect(200).at("/specialization");
    }

    @Test
    void providersThatAreNamedCostOneQueryHoweverManyDays() {
        String one = "&providerId=" + provider.id();
        StringBuilder ten = new StringBuilder(one);
        for (int i = 0; i < 9; i++) {
            ten.append("&providerId=").append(clinic.aProvider().id());
        }
        assertThat(List.of(
                        queries(one, Duration.ofHours(1)),
                        queries(one, Duration.ofDays(92)),
                        queries(ten.toString(), Duration.ofDays(92))))
                .containsOnly(1L);
    }

    @Test
    @DisplayName("whoever it is for: one more range of an index, and for staff the entry that tells of it (R-REC-5)")
    void aPatientCostsNoQueryMoreButItsEntry() {
        String path = "/slots?limit=20&from=" + provider.mondayAt("00:00") + "&to=" + provider.mondayAt("23:00")
                + "&providerId=" + provider.id();
        long anybody = DatabaseWork.of(
                        clinic.database(), () -> clinic.admin().get(path).expect(200))
                .statements();
        long somebody = DatabaseWork.of(clinic.database(), () -> clinic.admin()
                        .get(path + "&patientId=" + patient.id())
                        .expect(200))
                .statements();
        assertThat(anybody).isEqualTo(1L);
        assertThat(somebody).as("staff's search, and its entry (R-REC-5)").isEqualTo(2L);
    }

    @Test
    void manyProvidersCostOneQueryWhenTheFirstDaysSuffice() {
        assertThat(queries(specialization(), Duration.ofDays(92))).isEqualTo(1 + COUNTED);
    }

    @Test
    void aSearchOfCalendarsThatAreFullForAQuarterCostsThreeQueriesAtMost() {
        clinic.database()
                .update(
                        "INSERT INTO availability_exceptions (id, provider_id, kind, start_date, end_date, created_at,"
                                + " updated_at) VALUES (gen_random_uuid(), ?, 'absent', ?, ?, now(), now())",
                        provider.id(),
                        provider.monday(),
                        provider.monday().plusDays(100));
        assertThat(queries(specialization(), Duration.ofDays(92))).isBetween(2L + COUNTED, MOST_QUERIES + COUNTED);
    }

    @Test
    @DisplayName("what the first days lack comes from later ones, page by page, each slot once")
    void laterSlotsFollowTheFirst() {
        Instant from = provider.mondayAt("00:00");
        String path = "/slots?limit=7&from=" + from + "&to=" + from.plus(Duration.ofDays(92)) + specialization();
        var starts = new ArrayList<String>();
        for (String cursor = ""; cursor != null; ) {
            var page = patient.api().get(path + cursor).expect(200);
            starts.addAll(page.json().at("/items").findValuesAsText("start"));
            cursor = page.at("/next").isEmpty() ? null : "&cursor=" + page.at("/next");
        }
        assertThat(starts).isSorted().doesNotHaveDuplicates().hasSize(14 * 31);
    }

    @Test
    @DisplayName("a search waits for no lock of a booking (R-BOOK-2)")
    void aSearchWaitsForNoLock() throws SQLException {
        String query = "/slots?providerId=" + provider.id() + "&from=" + provider.mondayAt("00:00") + "&to="
                + provider.mondayAt("23:00");
        try (Connection booking = clinic.database().connect();
                var statement = booking.createStatement()) {
            booking.setAutoCommit(false);
            statement.execute(
                    "SELECT * FROM persons JOIN providers USING (id) WHERE id = '" + provider.id() + "' FOR UPDATE");
            statement.execute(
                    "UPDATE appointments SET updated_at = updated_at WHERE provider_id = '" + provider.id() + "'");
            assertThat(patient.api().get(query).expect(200).json().at("/items")).isNotEmpty();
            booking.rollback();
        }
    }

    @Test
    @DisplayName("a search locks no row, so that no booking waits for it")
    void aSearchLocksNothing() {
        long before = clinic.database().number(LOCKED_BY, provider.id());
        patient.api()
                .get("/slots?from=" + provider.mondayAt("00:00") + "&to=" + provider.mondayAt("23:00") + "&providerId="
                        + provider.id())
                .expect(200);
        assertThat(clinic.database().number(LOCKED_BY, provider.id())).isEqualTo(before);
    }
}
