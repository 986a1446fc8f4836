package health.miadi.authorisation;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.testing.Answer;
import health.miadi.testing.Clinic;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** R-REC-5: wherever personal data of somebody else leaves, the trail has an entry, as {@code reads.md} says (finding H6). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadNotesIT {
    /** What a caller reads who is neither the scene's patient nor its provider. */
    private static final Set<Who> OTHERS = Set.of(Who.ANOTHER_PATIENT, Who.ANOTHER_PROVIDER, Who.ADMIN);

    private final Clinic clinic = Clinic.ofTheSuite();
    private final Scene scene = new Scene(clinic);
    private final String name = scene.name();
    private final ReadTable table = ReadTable.read();

    static Set<String> reads() {
        return ReadTable.reads();
    }

    @ParameterizedTest
    @MethodSource("reads")
    void leavesAnEntryWhereItTellsOfSomebodyElse(String operation) {
        List<String> noted = new ArrayList<>();
        for (Who who : ReadTable.READERS) {
            String request = "read-" + UUID.randomUUID();
            Answer answer =
                    ReadAttempts.of(operation, scene, who).by(scene.as(who).with("X-Request-Id", request));
            String entry = entry(request);
            noted.add(entry);
            if (entry.equals(ReadTable.NOTHING) && OTHERS.contains(who) && answer.status() == 200) {
                assertThat(answer.text())
                        .as("%s by %s", operation, who.title())
                        .doesNotContain(scene.patient.id().toString())
                        .doesNotContain(name)
                        .doesNotContain("jury duty");
            }
        }
        assertThat(noted).as(operation).isEqualTo(table.of(operation));
    }

    /** The kind of thing that the entries of that request name; the table has one where there are many of a kind. */
    private String entry(String request) {
        List<String> kinds = clinic.database()
                .texts("SELECT DISTINCT entity FROM audit_entries WHERE request_id = '" + request
                        + "' AND action IN ('read', 'exported', 'verified') AND outcome = 'done' ORDER BY entity");
        return kinds.isEmpty() ? ReadTable.NOTHING : String.join(" ", kinds);
    }
}
