package health.miadi.console.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import health.miadi.console.storage.ObjectClass;
import health.miadi.console.storage.Storage;
import health.miadi.console.storage.StoredObject;
import health.miadi.console.transfer.TransferReport.Counts;
import health.miadi.shared.time.PartialDate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A list from a spreadsheet, taken into any storage (R-DATA-2). */
abstract class ImportContract {
    private static final ImportSettings PLAIN = ImportSettings.plain(ZoneId.of("Africa/Nairobi"));
    private static final ImportSettings SPREADSHEET = new ImportSettings(
            PLAIN.zone(),
            StandardCharsets.UTF_8,
            DateForm.of("dd/MM/yyyy"),
            new ColumnMapping(Map.of("Nr", "id", "Born", "dateOfBirth", "Sex", "gender", "Shoe", "")),
            false);

    private static final int ROWS = 150;
    private static final int[] STRANGE = {
        'a', 'Z', '7', ' ', '-', '\'', '"', ',', ';', '\t', '\n', '\r', 0, 0x1b, 0x85, 0xa0, 0xad, 0x301, 0xdf, 0x130,
        0x61c, 0x200b, 0x200d, 0x202e, 0x2028, 0x2029, 0x2067, 0x2800, 0x3164, 0x6f22, 0xd7ff, 0xfeff, 0xfffe, 0x1f600,
        0xe0020, 0x10ffff
    };

    @TempDir
    Path directory;

    /** An empty clinic. */
    abstract Storage storage();

    @Test
    void takesWhatASpreadsheetSaysAndNamesWhatItDoesNot() throws IOException {
        patients("Nr;firstName;lastName;Born;Sex;phone;Shoe\n"
                + "1;Amina;Okoth;01/04/1990;F;555-1234 x12;40\n"
                + "2;Zola;Mwangi;1990-04-02;Male;;\n"
                + "3;Juma;Otieno;04/13/1990;MALE;;\n"
                + "4;Juma;Otieno;31/12/1990;robot;;\n"
                + "1;Amina;Again;;;;\n");

        TransferReport report = take(SPREADSHEET);

        assertThat(report.of(ObjectClass.PATIENT)).isEqualTo(new Counts(2, 0, 0, 3));
        assertThat(patient("1").attributes())
                .containsEntry("dateOfBirth", PartialDate.parse("1990-04-01"))
                .containsEntry("gender", "female")
                .containsEntry("phone", "555-1234");
        assertThat(patient("2").attributes())
                .containsEntry("dateOfBirth", PartialDate.parse("1990-04-02"))
                .containsEntry("gender", "male");
        assertThat(rejects())
                .containsExactlyInAnyOrder(
                        "file,row,column,outcome,reason",
                        "patients.csv,1,phone,note,\"taken without its extension 12\"",
                        "patients.csv,3,Born,rejected,\"must be a day that exists, written as dd/MM/yyyy\"",
                        "patients.csv,4,Sex,rejected,\"must be one of female, male, other, unknown\"",
                        "patients.csv,5,Nr,rejected,\"is the same as in row 1\"");
    }

    /** Finding L15: a spreadsheet would run what stands there. */
    @Test
    void tellsNoValueThatItDoesNotTake() throws IOException {
        String formula = "=HYPERLINK(1)";
        patients("Nr;firstName;lastName;Born;Sex;phone\n1;Amina;Okoth;" + formula + ";" + formula + ";" + formula
                + "\n");
        take(SPREADSHEET);
        assertThat(rejects()).hasSizeGreaterThan(1).noneMatch(line -> line.contains("HYPERLINK"));
    }

    @Test
    void changesWithASecondRunWhatTheListSaysNow() throws IOException {
        patients("id,firstName,lastName,phone\n1,Amina,Okoth,555-1234\n2,Zola,Mwangi,555-9999\n");
        take(PLAIN);
        patients("id,firstName,lastName,dateOfBirth,phone\n"
                + "1,Amina,Wafula,1990-04-01,\n2,Zola,Mwangi,,555-9999\n3,Juma,Otieno,,\n4,Bad,Phone,,5559999\n");

        TransferReport report = take(PLAIN);

        assertThat(report.of(ObjectClass.PATIENT)).isEqualTo(new Counts(1, 1, 1, 1));
        assertThat(patient("1").attributes())
                .containsEntry("lastName", "Wafula")
                .containsEntry("dateOfBirth", PartialDate.parse("1990-04-01"))
                .as("an empty cell says nothing")
                .containsEntry("phone", "555-1234");
        assertThat(rejects())
                .contains("patients.csv,1,\"dateOfBirth lastName\",changed,")
                .anyMatch(line -> line.startsWith("patients.csv,4,phone,rejected,"));
        assertThat(take(PLAIN).of(ObjectClass.PATIENT)).isEqualTo(new Counts(0, 0, 3, 1));
    }

    @Test
    void takesNamesAndBirthsAsPeopleHaveThem() throws IOException {
        patients("Nr;firstName;Born\n1;Suharto;1957\n2;Sukarno;1901-06\n3;Amina;1/4/1990\n4;;1990\n");

        assertThat(take(SPREADSHEET).of(ObjectClass.PATIENT)).as("R-PERS-4").isEqualTo(new Counts(2, 0, 0, 2));
        assertThat(patient("1").attributes())
                .containsEntry("firstName", "Suharto")
                .containsEntry("dateOfBirth", PartialDate.parse("1957"))
                .doesNotContainKey("lastName");
        assertThat(patient("2").value("dateOfBirth")).contains(PartialDate.parse("1901-06"));
        assertThat(rejects())
                .contains(
                        "patients.csv,3,Born,rejected,\"must be a day that exists, written as dd/MM/yyyy\"",
                        "patients.csv,4,firstName,rejected,\"is required where there is no lastName\"");
    }

    @Test
    void refusesAChangeThatTakesWhatSomebodyElseHas() throws IOException {
        patients("id,firstName,lastName,email\n1,Amina,Okoth,a@example.org\n2,Zola,Mwangi,z@example.org\n");
        take(PLAIN);
        patients("id,firstName,lastName,email\n1,Amina,Okoth,Z@example.org\n2,Zola,Kamau,z@example.org\n");

        assertThat(take(PLAIN).of(ObjectClass.PATIENT)).isEqualTo(new Counts(0, 1, 0, 1));
        assertThat(patient("1").value("email")).contains("a@example.org");
        assertThat(patient("2").value("lastName")).contains("Kamau");
    }

    /** R-PERS-5: a list is a writer like any other. */
    @Test
    void changesTheAddressOfAnAccountWithThatOfItsPerson() throws IOException {
        patients("id,firstName,lastName,email\n1,Amina,Okoth,first@example.org\n");
        take(PLAIN);
        Map<String, String> given = Map.of(
                "username",
                "amina",
                "role",
                "patient",
                "personId",
                patient("1").id().toString());
        StoredObject account = storage().create(ObjectClass.USER, ObjectClass.USER.read(given));
        patients("id,firstName,lastName,email\n1,Amina,Okoth,second@example.org\n2,Zola,Mwangi,first@example.org\n");

        assertThat(take(PLAIN).of(ObjectClass.PATIENT)).isEqualTo(new Counts(1, 1, 0, 0));
        assertThat(storage().get(ObjectClass.USER, account.id()).orElseThrow().value("email"))
                .contains("second@example.org");
        assertThat(patient("2").value("email")).as("it is free").contains("first@example.org");
    }

    @Test
    void keepsTheNumbersOfTheClinic() throws IOException {
        patients("id,firstName,lastName,patientNumber\n1,A,B,\n2,C,D,PAT-000001\n3,E,F,PAT-004711\n"
                + "4,G,H,K/19-33\n5,I,J,k/19-33\n6,K,L,PAT-999999999999\n7,M,N,\"a\u2028b\"\n");

        assertThat(take(PLAIN).of(ObjectClass.PATIENT)).isEqualTo(new Counts(5, 0, 0, 2));

        assertThat(patient("2").value("patientNumber")).contains("PAT-000001");
        assertThat(patient("4").value("patientNumber")).contains("K/19-33");
        assertThat(patient("6").value("patientNumber")).contains("PAT-999999999999");
        assertThat(patient("1").value("patientNumber"))
                .as("the next after the highest")
                .contains("PAT-004712");
        assertThat(rejects())
                .anyMatch(line -> line.startsWith("patients.csv,5,patientNumber,rejected,"))
                .anyMatch(line -> line.startsWith("patients.csv,7,patientNumber,rejected,"));
        patients("id,firstName,lastName,patientNumber\n2,C,D,PAT-000002\n");
        assertThat(take(PLAIN).of(ObjectClass.PATIENT)).isEqualTo(new Counts(0, 0, 0, 1));
    }

    @Test
    void takesNothingWhereAColumnIsNotUnderstood() throws IOException {
        patients("id,firstName,lastName\n1,A,B\n");
        Files.writeString(
                directory.resolve("encounters.csv"), "patientId,providerId,start,end,kind,doctor\n1,1,,,AMB,x\n");

        assertThatExceptionOfType(TransferException.class)
                .isThrownBy(() -> take(PLAIN))
                .satisfies(refused -> assertThat(refused.line()).contains("encounters.csv: head:", "doctor"));
        assertThat(storage().count(ObjectClass.PATIENT)).isZero();
    }

    @Test
    void triesAllOfItAndChangesNothing() throws IOException {
        patients("id,firstName,lastName,phone\n1,Amina,Okoth,555-1234\n2,Zola,Mwangi,\n");
        take(PLAIN);
        Map<UUID, Map<String, Object>> before = everybody();
        patients("id,firstName,lastName,phone,patientNumber\n2,Zola,Mwangi,5551234,\n1,Amina,Wafula,,\n"
                + "3,Juma,Otieno,,PAT-000100\n4,New,Here,,\n");
        Files.writeString(directory.resolve("providers.csv"), "id,firstName,lastName\nd,Betty,Bar\n");
        Files.writeString(
                directory.resolve("encounters.csv"),
                "patientId,providerId,start,end,kind\n"
                        + "4,d,2019-03-10T09:00:00+03:00,2019-03-10T09:30:00+03:00,AMB\n"
                        + "9,d,2019-03-10T09:00:00+03:00,2019-03-10T09:30:00+03:00,AMB\n");
        ImportSettings rehearsal =
                new ImportSettings(PLAIN.zone(), PLAIN.encoding(), PLAIN.dates(), PLAIN.mapping(), true);

        TransferReport told = take(rehearsal);
        List<String> listed = rejects();

        assertThat(everybody()).isEqualTo(before);
        assertThat(storage().count(ObjectClass.PROVIDER)).isZero();
        TransferReport done = take(PLAIN);
        assertThat(told.all()).isEqualTo(done.all());
        assertThat(done.of(ObjectClass.PATIENT)).isEqualTo(new Counts(2, 1, 0, 1));
        assertThat(done.of(ObjectClass.APPOINTMENT)).isEqualTo(new Counts(1, 0, 0, 1));
        assertThat(rejects()).isEqualTo(listed);
        assertThat(patient("4").value("patientNumber"))
                .as("no number was used up")
                .contains("PAT-000101");
    }

    /** R-BOOK-1 is about active appointments: nothing of a real history is lost for an overlap. */
    @Test
    void keepsEveryVisitOfTheHistory() throws IOException {
        patients("id,firstName,lastName\n1,A,B\n2,C,D\n");
        Files.writeString(directory.resolve("providers.csv"), "id,firstName,lastName\nd,Betty,Bar\ne,Eve,Foo\n");
        Files.writeString(
                directory.resolve("encounters.csv"),
                "patientId,providerId,start,end,kind\n"
                        + "1,d,2019-03-10T09:00:00+03:00,2019-03-10T09:30:00+03:00,AMB\n"
                        + "2,d,2019-03-10T09:15:00+03:00,2019-03-10T09:45:00+03:00,AMB\n"
                        + "1,e,2019-03-10T09:00:00+03:00,2019-03-10T17:00:00+03:00,AMB\n"
                        + "1,d,2019-03-10T06:00:00Z,2019-03-10T06:30:00Z,AMB\n");

        assertThat(take(PLAIN).of(ObjectClass.APPOINTMENT)).isEqualTo(new Counts(3, 0, 0, 1));
        assertThat(rejects()).contains("encounters.csv,4,,rejected,\"is the same as in row 1\"");
        assertThat(take(PLAIN).of(ObjectClass.APPOINTMENT)).isEqualTo(new Counts(0, 0, 3, 1));
    }

    @Test
    @DisplayName("R-DATA-1: whatever cells hold, a row is taken or named, and what is taken can be read again")
    void whateverIsTakenCanBeReadAgain() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        StringBuilder people = new StringBuilder("id,firstName,lastName,nationalId\n");
        StringBuilder visits = new StringBuilder("patientId,providerId,start,end,kind,type\n");
        for (int i = 0; i < ROWS; i++) {
            people.append(i + ",P%d,%s,%s\n".formatted(i, cell(random), cell(random)));
            visits.append(i + ",d,2019-03-10T09:00:00Z,2019-03-10T09:30:00Z,AMB," + cell(random) + "\n");
        }
        patients(people.toString());
        Files.writeString(directory.resolve("providers.csv"), "id,lastName\nd,Bar\n");
        Files.writeString(directory.resolve("encounters.csv"), visits);

        TransferReport report = take(PLAIN);
        storage().reload();

        assertThat(storage().faults()).as("seed " + seed).isEmpty();
        for (ObjectClass type : List.of(ObjectClass.PATIENT, ObjectClass.APPOINTMENT)) {
            Counts counts = report.of(type);
            assertThat(counts.taken())
                    .as(type.title())
                    .isPositive()
                    .isEqualTo(storage().count(type));
            assertThat(counts.taken() + counts.refused()).as("seed " + seed).isEqualTo(ROWS);
        }
    }

    /** Whatever a cell of a spreadsheet may hold: what cannot be seen, what turns a line, what has more than one char. */
    private static String cell(Random random) {
        return random.ints(1 + random.nextInt(6), 0, STRANGE.length)
                .mapToObj(place -> Character.toString(STRANGE[place]).replace("\"", "\"\""))
                .collect(Collectors.joining("", "\"", "\""));
    }

    private void patients(String content) throws IOException {
        Files.writeString(directory.resolve("patients.csv"), content);
    }

    private StoredObject patient(String id) {
        return storage()
                .get(ObjectClass.PATIENT, SourceIds.of(ObjectClass.PATIENT, id))
                .orElseThrow();
    }

    private Map<UUID, Map<String, Object>> everybody() {
        Map<UUID, Map<String, Object>> all = new HashMap<>();
        try (Stream<StoredObject> patients = storage().all(ObjectClass.PATIENT)) {
            patients.forEach(patient -> all.put(patient.id(), patient.attributes()));
        }
        return all;
    }

    private TransferReport take(ImportSettings settings) {
        return transfer().take(directory, directory.resolve("rejects.csv"), settings);
    }

    private ClinicTransfer transfer() {
        return new ClinicTransfer(storage(), Clock.systemUTC(), Progress.NONE);
    }

    private List<String> rejects() throws IOException {
        return Files.readAllLines(directory.resolve("rejects.csv"));
    }
}
