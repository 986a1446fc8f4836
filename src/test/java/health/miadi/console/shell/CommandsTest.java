package health.miadi.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.miadi.console.shell.ShellFixture.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every command, as a script gives it. */
class CommandsTest {
    private static final String NOBODY = "246c227a-d5c1-403d-9bc7-6a47bb9f0f68";
    private static final String BETTY = TranscriptContract.BETTY;

    @TempDir
    Path directory;

    private ShellFixture shell;

    @BeforeEach
    void opens() {
        shell = new ShellFixture(directory);
    }

    @AfterEach
    void closes() {
        shell.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "show | ** class name missing **",
                "count | ** class name missing **",
                "create | ** class name missing **",
                "create Robot | ** class doesn't exist **",
                "Robot.all() | ** class doesn't exist **",
                "update Provider | ** instance id missing **",
                "Provider.destroy() | ** instance id missing **",
                "update Provider " + NOBODY + " a b | ** no instance found **",
                "find Provider | ** attribute name missing **",
                "fly | ** unknown command ** (help lists them)",
                "Provider.fly() | ** unknown command ** (help lists them)",
                "Provider.quit() | ** unknown command ** (help lists them)",
                "help fly | ** unknown command ** (help lists them)",
                "create Provider firstName=Ann | ** Provider needs cadre, timeZone **",
                "create Provider cadre=nurse | ** Provider needs firstName, timeZone **",
                "create Provider Ann | ** a value has no name: write name=value, and quotes around a value with spaces **",
                "create Provider firstName=\"Ann | ** a closing quote is missing: \" **",
                "create AppointmentType name=x durationMinutes=soon | ** durationMinutes: must be a whole number **",
                "create AppointmentType name=x durationMinutes=3 | ** durationMinutes: must be from 5 to 480 **",
                "create Patient firstName=a lastName=b shoe=44 | ** shoe: is no attribute of Patient **",
                "create Patient firstName=a lastName=b patientNumber=7 | ** patientNumber: is set by the clinic **",
                "find User password=x | ** password: cannot be searched for **",
                "find User passwordHash=x | ** passwordHash: cannot be searched for **",
                "find MedicalRecord diagnosis=x | ** diagnosis: cannot be searched for **",
                "format pdf | ** the formats are table, json and line **"
            })
    void whatCannotBeDoneIsSaidInOneLine(String line, String message) {
        Result result = shell.run(line);
        assertThat(result.err()).isEqualTo(message + "\n");
        assertThat(result.out()).isEmpty();
        assertThat(result.exitCode()).isEqualTo(1);
    }

    /** What a former version stored and this one does not read closes nothing else, and is repaired at the prompt. */
    @Test
    void anObjectThatCannotBeUsedIsNamedShownAndRepaired() throws IOException {
        String id = shell.create(BETTY);
        String other = shell.create(BETTY.replace("Betty", "Ann"));
        Path file = directory.resolve("clinic.json");
        Files.writeString(file, Files.readString(file).replace("\"Betty\"", "\"Be\\u2028tty\""));
        String named = "** [Provider] (" + id + ") cannot be used until it is repaired or destroyed: firstName: must ";

        assertThat(shell.run("reload").err()).startsWith(named);
        assertThat(shell.run("count Provider"))
                .extracting(Result::out, Result::exitCode)
                .containsExactly("1\n", 0);
        assertThat(shell.run("show Provider " + other, "all Provider").err().lines())
                .as("once")
                .hasSize(1);
        Result shown = shell.run("show Provider " + id);
        assertThat(shown.out()).contains("'firstName': 'Be\\u2028tty'", "'cadre': 'nurse'");
        assertThat(shown.err()).startsWith(named);
        assertThat(shell.run("export " + directory.resolve("x.json")).exitCode())
                .isEqualTo(1);
        assertThat(shell.run("update Provider " + id + " firstName Betty").exitCode())
                .isZero();
        assertThat(shell.run("count Provider").out()).isEqualTo("2\n");
    }

    @Test
    void aListIsTriedTakenAndTakenAgain() throws IOException {
        Path rejects = directory.resolve("rejects.csv");
        Path list = Files.createDirectory(directory.resolve("list"));
        Path patients = list.resolve("patients.csv");
        Path mapping = Files.writeString(directory.resolve("columns.txt"), "Nr=id\nBorn=dateOfBirth\n");
        Files.writeString(patients, "Nr;firstName;lastName;Born\n1;Amina;Okoth;01/04/1990\n2;Zola;Mwangi;soon\n");
        String take = "import " + list + " --mapping " + mapping + " --dates=dd/MM/yyyy rejects=" + rejects;

        assertThat(shell.run("import " + list).err()).startsWith("** patients.csv: head: Patient has no Nr, Born; say");
        assertThat(shell.run(take + " --dry-run", "count Patient").out()).isEqualTo("""
                        Nothing was changed. An import would give:
                        Patient: 1 new, 1 rejected
                        What was not taken as it stands, or changed, and why: %s
                        0
                        """.formatted(rejects));
        assertThat(shell.run(take).out()).startsWith("Patient: 1 new, 1 rejected\n");
        Files.writeString(patients, "Nr,firstName,lastName,Born\n1,Amina,Wafula,\n2,Zola,Mwangi,\n");
        assertThat(shell.run(take).out()).startsWith("Patient: 1 new, 1 changed\n");
        assertThat(shell.run(take).out()).isEqualTo("Patient: 0 new, 2 known already\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "import | file name missing",
                "import . --fly | fly: is no option of this command",
                "import . speed=3 | speed: is no option of this command",
                "import . --dates | --dates: value missing",
                "import . --dates dd/MM/yy | dates: must be a form with day, month and a year of four digits, like dd/MM/yyyy or d-MMM-yyyy",
                "import . --encoding latin1 | encoding: must be utf-8, utf-16 or windows-1252",
                "import . --zone Nairobi | zone: must be an IANA time zone, like Africa/Nairobi",
                "import clinic.json --dates dd/MM/yyyy | dates: is for directories with CSV files",
            })
    void anOptionThatIsNoneIsNamed(String line, String reason) {
        assertThat(shell.run(line).err()).isEqualTo("** " + reason + " **\n");
    }

    @Test
    void anUpdateNeedsANameAndAValue() {
        String id = shell.create(BETTY);
        assertThat(shell.run("update Provider " + id).err()).isEqualTo("** attribute name missing **\n");
        assertThat(shell.run("update Provider " + id + " firstName").err()).isEqualTo("** value missing **\n");
        assertThat(shell.run("Provider.update(\"" + id + "\", \"firstName\")").err())
                .isEqualTo("** value missing **\n");
    }

    @Test
    void anUpdateIsWrittenInFiveWays() {
        String id = shell.create(BETTY);
        assertThat(shell.run(
                                "update Provider " + id + " firstName \"Ann Mary\"",
                                "update Provider " + id + " lastName=Otieno specialization='the heart'",
                                "Provider.update(\"" + id + "\", \"cadre\", \"doctor\")",
                                "Provider.update(\"" + id + "\", {'active': False, \"gender\": \"female\"})",
                                "update Provider " + id + " {\"phone\": \"0712 345678\"}")
                        .err())
                .isEmpty();
        assertThat(shell.run("show Provider " + id).out())
                .contains("'firstName': 'Ann Mary'", "'lastName': 'Otieno'", "'specialization': 'the heart'")
                .contains("'cadre': 'doctor'", "'active': False", "'gender': 'female'", "'phone': '0712 345678'");
        assertThat(shell.run("update Provider " + id + " phone=None specialization \"\"")
                        .err())
                .isEmpty();
        assertThat(shell.run("show Provider " + id).out()).doesNotContain("phone", "specialization");
    }

    @Test
    void anIdOfAnotherClassIsRecognised() {
        String id = shell.create(BETTY);
        assertThat(shell.run("show Patient " + id).err())
                .isEqualTo("** no instance found ** (that id is of the class Provider)\n");
    }

    @Test
    void aDoctorIsAProvider() {
        String id = shell.create("create Doctor firstName=Ann lastName=Otieno timeZone=UTC");
        assertThat(shell.run("show Doctor " + id).out())
                .startsWith("[Provider] (")
                .contains("'cadre': 'doctor'");
    }

    @Test
    void secretsAreNeverShown() {
        String id = shell.create("create User username=boss role=admin password=\"tall Purple giraffes 77\"");
        for (OutputFormat format : OutputFormat.values()) {
            Result result = shell.run(format, "show User " + id, "all User", "find User username=boss");
            assertThat(result.out()).contains("boss").doesNotContainIgnoringCase("giraffes", "PBKDF2", "password");
        }
    }

    @Test
    void oneRefusalDoesNotStopTheNextCommands() {
        Result result = shell.run("fly", "count User", "quit", "count User");
        assertThat(result).isEqualTo(new Result("0\n", "** unknown command ** (help lists them)\n", 1));
    }

    @Test
    void everyCommandGivesOneJsonDocumentOnOneLine() throws IOException {
        String id = shell.create(BETTY);
        Result result = shell.run(
                OutputFormat.JSON,
                "all Provider",
                "show Provider " + id,
                "count Provider",
                "update Provider " + id + " firstName \"A'n\"",
                "describe User",
                "describe",
                "find Provider firstName=nobody",
                "destroy Provider " + id);
        String[] lines = result.lines();
        assertThat(lines).hasSize(8);
        ObjectMapper json = new ObjectMapper();
        JsonNode first = json.readTree(lines[0]).get(0);
        assertThat(first.get("class").asText()).isEqualTo("Provider");
        assertThat(first.get("id").asText()).isEqualTo(id);
        assertThat(first.get("phone").isNull()).isTrue();
        assertThat(first.get("active").isBoolean()).isTrue();
        assertThat(json.readTree(lines[1])).isEqualTo(first);
        assertThat(json.readTree(lines[2]).asInt()).isEqualTo(1);
        assertThat(json.readTree(lines[3]).get("id").asText()).isEqualTo(id);
        assertThat(json.readTree(lines[4]).toString()).contains("\"username\"").doesNotContain("passwordHash");
        assertThat(json.readTree(lines[5]).isArray()).isTrue();
        assertThat(lines[6]).isEqualTo("[]");
        assertThat(json.readTree(lines[7]).get("class").asText()).isEqualTo("Provider");
    }

    /** R-AVAIL-4: beside the outcome, which stays the one that scripts know. */
    @Test
    void whatAChangeOfWorkingTimeStrandsIsNamed() throws IOException {
        String provider = shell.create(BETTY);
        String patient = shell.create("create Patient firstName=Amina");
        String visit = shell.create("create Appointment providerId=" + provider + " patientId=" + patient
                + " start=2030-12-02T07:00:00Z durationMinutes=30 overrideReason=\"before the hours are known\"");
        shell.create("create Availability providerId=" + provider + " dayOfWeek=monday startTime=08:00 endTime=17:00");

        Result away = shell.run(
                "create Exception providerId=" + provider + " kind=absent startDate=2030-12-01 endDate=2030-12-03");
        assertThat(away.out()).hasLineCount(1);
        assertThat(away.err())
                .isEqualTo("** outside working time now: Appointment " + visit + ", 2030-12-02T07:00:00Z **\n");
        assertThat(away.exitCode()).isZero();
        assertThat(shell.run("destroy Exception " + away.out().strip())).isEqualTo(new Result("", "", 0));

        Result gone = shell.run(OutputFormat.JSON, "update Provider " + provider + " active false");
        JsonNode stranded = new ObjectMapper().readTree(gone.out()).get("stranded");
        assertThat(stranded.findValuesAsText("id")).containsExactly(visit);
        assertThat(gone.err()).isEmpty();
    }

    @Test
    void tablesHaveARowForEachObjectAndNoEmptyColumns() {
        String id = shell.create(BETTY.replace("\"Bar\"", "\"Bär\""));
        String[] lines = shell.run(OutputFormat.TABLE, "all Provider").lines();
        assertThat(lines).hasSize(2);
        assertThat(lines[0]).matches("Provider +firstName +lastName +cadre +timeZone +active +createdAt +updatedAt");
        assertThat(lines[1]).startsWith(id + "  Betty      Bär       nurse  Africa/Nairobi  true");
    }

    @Test
    void theFormatCanBeChangedOnTheWay() {
        shell.create(BETTY);
        assertThat(shell.run("format", "format json", "all User", "format", "format line")
                        .out())
                .isEqualTo("line\n[]\njson\n");
    }

    @Test
    void everyExampleOfTheHelpIsUnderstood() {
        for (Command command : new Commands().list()) {
            assertThat(shell.run("help " + command.name()).out()).contains(command.summary());
            for (String example : command.examples()) {
                Line line = LineParser.parse(example);
                assertThat(new Commands().of(line)).hasSameClassAs(command);
            }
        }
        assertThat(shell.run("help").out()).contains("create", "destroy", "First steps");
    }

    @Test
    void describingTellsWhatIsRequiredAndWhatIsPossible() {
        assertThat(shell.run("describe Availability").out())
                .contains("providerId", "id of Provider", "required", "monday | tuesday")
                .contains("validUntil");
        assertThat(shell.run("describe").out()).contains("Doctor", "MedicalRecord");
    }
}
