package health.miadi.record.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.miadi.testing.Answer;
import health.miadi.testing.Api;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.SuiteServer;
import health.miadi.testing.TestPatient;
import health.miadi.testing.TestProvider;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** The programs that come with the embedded PostgreSQL have no pg_dump: COPY, which pg_dump uses, does the same. */
@DisplayName("R-REC-4: what records say is found")
class SealedDatabaseIT {
    /** In files, read in pieces that overlap by more than any of the marks. */
    private static final int PIECE = 1 << 20;

    private static final int OVERLAP = 100;

    private final Clinic clinic = Clinic.ofTheSuite();
    private final TestPatient patient = clinic.aPatient();
    private final TestProvider provider = clinic.aProvider();

    /** Every text of the test contains it. */
    private final String mark = mark();

    private final String control = mark();

    @Test
    @DisplayName("in no table, no file of the database, no write-ahead log and no log of the server")
    void nowhere() throws Exception {
        Answer visit = new Visits(clinic).begun(patient, provider);
        // what is looked for can be found: this one is in the clear
        clinic.admin()
                .ifMatch(visit.etag())
                .patch("/appointments/" + visit.at("/id"), Json.object("reason", "Control " + control))
                .expect(200);
        traffic(visit);

        try (Connection superuser =
                DriverManager.getConnection(clinic.database().url(), "postgres", "postgres")) {
            List<String> places = new ArrayList<>(dumped(superuser));
            try (Statement statement = superuser.createStatement()) {
                statement.execute("CHECKPOINT");
            }
            places.addAll(scanned(Path.of(text(superuser, "SHOW data_directory"))));
            assertThat(places).filteredOn(place -> place.contains(mark)).isEmpty();
            assertThat(places)
                    .contains(control + " in public.appointments")
                    .anyMatch(place -> place.startsWith(control + " in base/"))
                    .anyMatch(place -> place.startsWith(control + " in pg_wal/"));
        }
        assertThat(SuiteServer.get().logged()).doesNotContain(mark);
    }

    /** Writes, amends, reads, lists, searches, is refused and removes, each time with a mark of its own. */
    private void traffic(Answer visit) {
        Api api = provider.api();
        String path = Visits.path(visit);
        Answer first = api.put(path, text("first")).expect(201);
        Answer second = api.ifMatch(first.etag()).put(path, text("second")).expect(200);
        api.ifMatch(first.etag()).put(path, text("stale")).expectProblem(412, "stale");
        api.put(path, text("again")).expectProblem(428, "precondition-required");
        api.with("Idempotency-Key", UUID.randomUUID().toString())
                .ifMatch(second.etag())
                .put(path, text("keyed"))
                .expect(200);
        clinic.aProvider().api().put(path, text("stranger")).expectProblem(404, "not-found");
        ObjectNode tooLong = text("long");
        tooLong.put("notes", tooLong.get("notes").asText().repeat(1_000));
        api.wrongOnPurpose().ifMatch(first.etag()).put(path, tooLong).expectProblem(400, "validation");
        api.wrongOnPurpose()
                .ifMatch(first.etag())
                .put(path, text("broken").toString().replace("}", ""))
                .expectProblem(400, "validation");
        for (Api reader : List.of(api, patient.api())) {
            reader.get(path).expect(200);
            reader.get("/records?diagnosis=" + mark).expect(200);
            reader.get("/records").expect(200);
            reader.get(Visits.own(first) + "/versions").expect(200);
        }
        Visits.remove(api, path, api.get(path).etag()).expect(204);
    }

    private ObjectNode text(String name) {
        return Json.object(
                "diagnosis", name + " diagnosis " + mark,
                "treatment", name + " treatment " + mark,
                "prescriptions", name + " prescriptions " + mark,
                "notes", name + " notes " + mark);
    }

    private static String mark() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, 16);
    }

    /** All that a dump has, table by table. */
    private List<String> dumped(Connection superuser) throws SQLException, IOException {
        List<String> found = new ArrayList<>();
        for (String table : tables(superuser)) {
            var out = new ByteArrayOutputStream();
            superuser
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("COPY (SELECT * FROM " + table + ") TO STDOUT", out);
            scan(new ByteArrayInputStream(out.toByteArray()), table, found);
        }
        return found;
    }

    private static List<String> tables(Connection superuser) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = superuser.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT format('%I.%I', schemaname, tablename) FROM pg_tables WHERE schemaname = 'public'"
                                + " UNION ALL SELECT 'pg_stat_statements'")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private static String text(Connection superuser, String sql) throws SQLException {
        try (Statement statement = superuser.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** All that the files hold, those of tables, indexes and the write-ahead log among them. */
    private List<String> scanned(Path directory) throws IOException {
        List<String> found = new ArrayList<>();
        List<Path> files;
        try (Stream<Path> all = Files.walk(directory)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            try (InputStream in = Files.newInputStream(file)) {
                scan(in, directory.relativize(file).toString(), found);
            } catch (NoSuchFileException gone) {
                // the database took it away meanwhile
            }
        }
        return found;
    }

    /** Looks for both marks, as they are and as bytes are dumped. */
    private void scan(InputStream in, String place, List<String> found) throws IOException {
        String before = "";
        for (byte[] piece = in.readNBytes(PIECE); piece.length > 0; piece = in.readNBytes(PIECE)) {
            String text = before + new String(piece, StandardCharsets.ISO_8859_1);
            for (String each : List.of(mark, control)) {
                if (text.contains(each) || text.contains(hexadecimal(each))) {
                    found.add(each + " in " + place);
                }
            }
            before = text.substring(Math.max(0, text.length() - OVERLAP));
        }
    }

    private static String hexadecimal(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }
}
