package health.miadi.console.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import health.miadi.console.database.ConsoleDatabase;
import health.miadi.console.storage.ObjectClass;
import health.miadi.console.storage.Storage;
import health.miadi.console.storage.StoredObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("no-server")
class ClinicTransferIT {
    private static final ZoneId NAIROBI = ZoneId.of("Africa/Nairobi");
    static final String PROVIDERS = """
            id,firstName,lastName,email,gender
            d1,Juma,Otieno,juma@example.org,male
            d2,"Wanjirũ, the younger",Kamau,,female
            """;
    static final String PATIENTS = """
            id,firstName,lastName,dateOfBirth,gender,phone,nationalId,insurers
            p1,Amina,Okoth,1990-04-01,female,555-698-7873,999-31-1000,private
            p2,Zola,Mwangi,2019-05-27,male,,,
            p3,Nobody,Else,2999-01-01,robot,,,
            """;
    static final String ENCOUNTERS = """
            patientId,providerId,start,end,kind,type,reason,diagnosis
            p1,d1,2020-03-02T09:00:00+03:00,2020-03-02T09:15:00+03:00,AMB,Check up,,
            p2,d1,2020-03-02T09:10:00+03:00,2020-03-02T09:25:00+03:00,AMB,Overlaps the first,,
            p2,d1,2020-03-02T09:15:00+03:00,2020-03-02T09:30:00+03:00,AMB,Touches the first,,
            p1,d2,2020-03-02T11:00:00+03:00,2020-03-04T09:15:00+03:00,AMB,Takes days,,
            p1,d2,2020-03-03T02:00:00+03:00,2020-03-03T03:00:00+03:00,EMER,Emergency,,
            p9,d2,2020-03-03T02:00:00+03:00,2020-03-03T03:00:00+03:00,AMB,Of nobody,,
            """;

    @TempDir
    Path directory;

    private ConsoleDatabase clinic;

    @BeforeEach
    void start() throws IOException {
        clinic = new ConsoleDatabase();
        Files.writeString(directory.resolve("providers.csv"), PROVIDERS);
        Files.writeString(directory.resolve("patients.csv"), PATIENTS);
        Files.writeString(directory.resolve("encounters.csv"), ENCOUNTERS);
    }

    @AfterEach
    void stop() {
        clinic.close();
    }

    @Test
    void takesWhatCanBeTakenAndSaysWhyNotTheRest() throws IOException {
        TransferReport report = take(clinic.storage(), directory);

        assertThat(report.of(ObjectClass.PROVIDER)).isEqualTo(new TransferReport.Counts(2, 0, 0, 0));
        assertThat(report.of(ObjectClass.PATIENT)).isEqualTo(new TransferReport.Counts(2, 0, 0, 1));
        assertThat(report.of(ObjectClass.APPOINTMENT)).isEqualTo(new TransferReport.Counts(3, 0, 0, 3));
        assertThat(Files.readAllLines(rejects()))
                .hasSize(8)
                .anyMatch(line -> line.startsWith("encounters.csv,0,diagnosis,note,"))
                .anyMatch(line -> line.startsWith("encounters.csv,4,end,rejected,") && line.contains("8 hours"))
                .anyMatch(line -> line.startsWith("encounters.csv,5,kind,rejected,") && line.contains("outpatient"))
                .anyMatch(line -> line.startsWith("encounters.csv,6,patientId,rejected,") && line.contains("not there"))
                .anyMatch(line -> line.startsWith("patients.csv,3,gender,rejected,"))
                .anyMatch(line -> line.startsWith("patients.csv,1,insurers,note,"))
                .noneMatch(line -> line.contains("Amina"));
        try (Stream<StoredObject> appointments = clinic.storage().all(ObjectClass.APPOINTMENT)) {
            assertThat(appointments.map(object -> object.value("status").orElseThrow()))
                    .containsOnly("completed");
        }
    }

    @Test
    void takesNothingTwice() {
        take(clinic.storage(), directory);

        TransferReport again = take(clinic.storage(), directory);

        assertThat(again.all().values()).allMatch(counts -> counts.taken() == 0);
        assertThat(clinic.storage().count(ObjectClass.APPOINTMENT)).isEqualTo(3);
    }

    /** R-REC-5. */
    @Test
    void leavesAnAuditEntryOfEachObjectAndOfTheExport() {
        take(clinic.storage(), directory);
        transfer(clinic.storage()).export(export());

        assertThat(clinic.database()
                        .number(
                                "SELECT count(DISTINCT entity_id) FROM audit_entries WHERE action = 'imported' AND actor_name = ?",
                                System.getProperty("user.name")))
                .isEqualTo(7);
        assertThat(clinic.database().number("SELECT count(*) FROM audit_entries WHERE action = 'exported'"))
                .isOne();
    }

    @Test
    void givesAnEmptyClinicTheSameContent() {
        take(clinic.storage(), directory);
        openAccountAndPlans(clinic.storage());
        transfer(clinic.storage()).export(export());
        try (ConsoleDatabase other = new ConsoleDatabase()) {
            TransferReport report = take(other.storage(), export());

            assertThat(report.refused()).isZero();
            for (ObjectClass type : ObjectClass.values()) {
                assertThat(contents(other.storage(), type))
                        .as(type.title())
                        .isEqualTo(contents(clinic.storage(), type));
            }
            assertThat(other.storage()
                            .create(
                                    ObjectClass.PATIENT,
                                    ObjectClass.PATIENT.read(Map.of("firstName", "New", "lastName", "Here")))
                            .value("patientNumber"))
                    .as("numbers go on")
                    .contains("PAT-000003");
        }
    }

    /** R-PERS-2: what is claimed stays a claim, and what is confirmed stays confirmed, through a file and back. */
    @Test
    void keepsApartWhatIsConfirmedAndWhatIsNot() throws IOException {
        take(clinic.storage(), directory);
        openAccountAndPlans(clinic.storage());
        clinic.database().update("UPDATE persons SET phone_confirmed_at = NULL, phone_confirmed_by = NULL");
        clinic.database()
                .update("UPDATE insurance SET policy_number_confirmed_at = NULL, policy_number_confirmed_by = NULL");
        List<String> before = marks(clinic);
        assertThat(before).contains("Amina phone- id+").anyMatch(mark -> mark.startsWith("J-1") && mark.endsWith("-"));
        transfer(clinic.storage()).export(export());
        assertThat(Files.readString(export())).contains("\"unconfirmed\"");
        try (ConsoleDatabase other = new ConsoleDatabase()) {
            assertThat(take(other.storage(), export()).refused()).isZero();
            assertThat(marks(other)).isEqualTo(before);
        }
    }

    private static List<String> marks(ConsoleDatabase of) {
        List<String> marks = new ArrayList<>(of.database()
                .texts(
                        "SELECT first_name || ' phone' || CASE WHEN phone_confirmed_at IS NULL THEN '-' ELSE '+' END || ' id'"
                                + " || CASE WHEN national_id_confirmed_at IS NULL THEN '-' ELSE '+' END FROM persons p"
                                + " JOIN patients USING (id) ORDER BY 1"));
        marks.addAll(of.database()
                .texts("SELECT policy_number || CASE WHEN policy_number_confirmed_at IS NULL THEN '-' ELSE '+' END"
                        + " FROM insurance ORDER BY 1"));
        return marks;
    }

    private static void openAccountAndPlans(Storage storage) {
        String provider;
        try (Stream<StoredObject> providers = storage.all(ObjectClass.PROVIDER)) {
            provider = providers.findFirst().orElseThrow().id().toString();
        }
        make(
                storage,
                ObjectClass.USER,
                Map.of("username", "amina", "role", "admin", "password", "seven green lanterns"));
        make(storage, ObjectClass.APPOINTMENT_TYPE, Map.of("name", "Visit", "durationMinutes", "20"));
        make(
                storage,
                ObjectClass.AVAILABILITY,
                Map.of("providerId", provider, "dayOfWeek", "sunday", "startTime", "21:00", "endTime", "24:00"));
        make(
                storage,
                ObjectClass.EXCEPTION,
                Map.of(
                        "providerId",
                        provider,
                        "kind",
                        "absent",
                        "extent",
                        "through",
                        "startDate",
                        "2998-12-24",
                        "startTime",
                        "14:30",
                        "endDate",
                        "2998-12-26",
                        "endTime",
                        "10:00"));
        try (Stream<StoredObject> appointments = storage.all(ObjectClass.APPOINTMENT)) {
            StoredObject visit = appointments.findFirst().orElseThrow();
            String patient = visit.value("patientId").orElseThrow().toString();
            make(
                    storage,
                    ObjectClass.INSURANCE,
                    Map.of(
                            "patientId",
                            patient,
                            "insurer",
                            "Jamii",
                            "policyNumber",
                            "J-1",
                            "expiryDate",
                            "2998-01-01"));
        }
    }

    private static void make(Storage storage, ObjectClass type, Map<String, ?> given) {
        assertThat(storage.create(type, type.read(given))).isNotNull();
    }

    private static List<Map<String, Object>> contents(Storage storage, ObjectClass type) {
        try (Stream<StoredObject> stored = storage.stored(type)) {
            return stored.map(StoredObject::attributes).toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"half", "newer", "none", "unclosed quote", "no such file", "fewer objects"})
    void takesNothingOfWhatIsDamaged(String damage) throws IOException {
        take(clinic.storage(), directory);
        transfer(clinic.storage()).export(export());
        String whole = Files.readString(export());
        Path source = directory.resolve("damaged.json");
        switch (damage) {
            case "half" -> Files.writeString(source, whole.substring(0, whole.length() / 2));
            case "newer" -> Files.writeString(source, whole.replaceFirst("\"version\" : 1", "\"version\" : 2"));
            case "none" -> Files.writeString(source, "firstName,lastName\n");
            case "fewer objects" ->
                Files.writeString(source, whole.replaceFirst("\"Provider\" : 2", "\"Provider\" : 3"));
            case "unclosed quote" -> {
                source = Files.createDirectory(directory.resolve("csv"));
                Files.writeString(
                        source.resolve("patients.csv"), PATIENTS.replace("Zola", "\"Zola"), StandardCharsets.UTF_8);
            }
            default -> {}
        }
        Path damaged = source;
        try (ConsoleDatabase other = new ConsoleDatabase()) {
            assertThatExceptionOfType(TransferException.class)
                    .isThrownBy(() -> take(other.storage(), damaged))
                    .satisfies(refused -> assertThat(refused.line()).doesNotContain("\n"));
            assertThat(other.storage().count(ObjectClass.PATIENT)).isZero();
            assertThat(other.storage().count(ObjectClass.PROVIDER)).isZero();
        }
    }

    @Test
    void leavesTheFormerExportWhereANewOneCannotBeWritten() {
        assertThatExceptionOfType(TransferException.class)
                .isThrownBy(() -> transfer(clinic.storage()).export(Path.of("/proc/clinic.json")));
        assertThatExceptionOfType(TransferException.class)
                .isThrownBy(() -> transfer(clinic.storage()).export(Path.of("/dev/full/clinic.json")));
    }

    private TransferReport take(Storage storage, Path source) {
        return transfer(storage).take(source, rejects(), ImportSettings.plain(NAIROBI));
    }

    private static ClinicTransfer transfer(Storage storage) {
        return new ClinicTransfer(storage, Clock.systemUTC(), Progress.NONE);
    }

    private Path rejects() {
        return directory.resolve("rejects.csv");
    }

    private Path export() {
        return directory.resolve("clinic.json");
    }
}
