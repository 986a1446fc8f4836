package health.miadi.shared.http;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.testing.Clinic;
import health.miadi.testing.RawConnection;
import health.miadi.testing.SuiteServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R-AUTH-12: who never ends a request line, a header or a body keeps nobody waiting (ADR 0047) (finding H5). */
class SlowClientsIT {
    /** More than Payara Micro has threads, than WildFly has, and than the API takes requests at once. */
    private static final int MANY = 230;

    private static final int ROUNDS = 3;
    private static final String LOGIN = "POST /api/v1/auth/login HTTP/1.1\r\nHost: localhost\r\n";

    private static final String JSON = LOGIN + "Content-Type: application/json\r\n";

    private final Clinic clinic = Clinic.ofTheSuite();
    private final List<RawConnection> held = new ArrayList<>();

    /** A machine that was so slow that the server had let go of them proves nothing, and is asked again. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                LOGIN + "X-Half",
                "POST /api/v1/au",
                LOGIN,
                JSON + "Content-Length: 100\r\n\r\n{",
                JSON + "Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n"
            })
    void halfARequestHoldsNobodyElse(String half) throws Exception {
        boolean proven = false;
        for (int round = 0; round < ROUNDS && !proven; round++) {
            try {
                for (int i = 0; i < MANY; i++) {
                    held.add(new RawConnection(half));
                }
                ordinaryRequests();
                proven = held.get(0).isSilent();
            } finally {
                release();
            }
        }
        assertThat(proven).as("they were held while others were served").isTrue();
    }

    private void ordinaryRequests() {
        clinic.admin().get("/patients?limit=1").expect(200);
        clinic.anonymous().wrongOnPurpose().post("/auth/login", "{}").expectProblem(400, "validation");
        clinic.admin().wrongOnPurpose().post("/providers", "{}").expectProblem(400, "validation");
        assertThat(SuiteServer.get().health("live")).isEqualTo(200);
    }

    private void release() throws IOException {
        for (RawConnection connection : held) {
            connection.close();
        }
        held.clear();
    }

    @Test
    void aHeaderThatDoesNotComeEndsItsConnection() throws Exception {
        try (var connection = new RawConnection(LOGIN + "X-Half")) {
            assertThat(RawConnection.statuses(connection.untilItCloses())).isNotEqualTo(List.of(200));
        }
    }

    @Test
    void whoBreaksOffLeavesNoTraceInTheLog() throws Exception {
        for (int i = 0; i < 5; i++) {
            new RawConnection(JSON + "Content-Length: 100\r\n\r\n{").close();
        }
        ordinaryRequests();
        assertThat(SuiteServer.get().logged()).doesNotContain("BodyArrivalFilter.refuse");
    }

    @Test
    void aBodyThatDoesNotComeEndsItsConnection() throws Exception {
        try (var connection = new RawConnection(JSON + "Content-Length: 100\r\n\r\n{")) {
            assertThat(RawConnection.statuses(connection.untilItCloses())).isSubsetOf(List.of(408));
        }
    }
}
