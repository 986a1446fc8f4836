package health.miadi.console.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as spreadsheets write them (R-DATA-2). */
class CsvFileTest {
    private static final CsvHead.Columns PERSON = new CsvHead.Columns(
            "Patient",
            Set.of("id"),
            Set.of("firstName", "lastName"),
            Set.of("id", "firstName", "phone", "dateOfBirth"));
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id,firstName,phone\n1,Zoë,7\n2,Ann,\n",
                "\ufeffid,firstName,phone\n1,Zoë,7\n2,Ann,",
                "id;firstName;phone\r\n1;Zoë;7\r\n2;Ann;\r\n",
                "id\tfirstName\tphone\r1\tZoë\t7\r2\tAnn\t\r",
                "\n  \nid,firstName,phone\n\n1,Zoë,7\n,,\n   \n2,Ann\n\n\n",
                "id,firstName,phone,,\n1,Zoë,7,,,,\n2,Ann,,,\n",
                "\"id\",\"firstName\",\"phone\"\n\"1\",\" Zoë \",\"7\"\n2,Ann,\"\"\n",
            })
    void areReadWhateverTheyLookLike(String content) throws IOException {
        assertThat(cells(content, StandardCharsets.UTF_8, StandardCharsets.UTF_8))
                .containsExactly(
                        Map.of("id", "1", "firstName", "Zoë", "phone", "7"), Map.of("id", "2", "firstName", "Ann"));
    }

    @Test
    void areReadInTheEncodingThatTheirMarkOrThePersonSays() throws IOException {
        String content = "id;firstName\n1;Zoë 😀\n";
        List<Map<String, String>> expected = List.of(Map.of("id", "1", "firstName", "Zoë 😀"));
        for (Charset encoding : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            assertThat(cells("\ufeff" + content, encoding, StandardCharsets.UTF_8))
                    .isEqualTo(expected);
        }
        assertThat(cells(content, StandardCharsets.UTF_16, StandardCharsets.UTF_16))
                .isEqualTo(expected);
        assertThat(cells("id;firstName\n1;Zoë €\n", WINDOWS, WINDOWS))
                .containsExactly(Map.of("id", "1", "firstName", "Zoë €"));
        assertThat(cells("\ufeff" + content, StandardCharsets.UTF_8, WINDOWS))
                .as("a mark says more")
                .isEqualTo(expected);
    }

    @Test
    void haveLineBreaksWithinQuotesAndRowsThatAreTooLong() throws IOException {
        List<CsvRow> rows =
                rows("id,firstName,phone\r\n1,\"a\r\nb\",\"7,\"\"8\"\"\"\r\n\r\n2,Ann,9,stray\r\n", ColumnMapping.NONE);

        assertThat(rows).extracting(CsvRow::number).containsExactly(1L, 3L);
        assertThat(rows).extracting(CsvRow::surplus).containsExactly(false, true);
        assertThat(rows.get(0).cells()).containsEntry("firstName", "a\r\nb").containsEntry("phone", "7,\"8\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | separator: the columns of the head must be separated by commas, semicolons or tabs",
                "id firstName phone\\n1 A 2 | separator:",
                "id:firstName\\n | separator:",
                "1,Amina,555\\n2,Zola,666 | head: the first line must name the columns, among them firstName, id, lastName",
                "id,fristName\\n1,Amina | head: Patient has no fristName; say in a mapping file",
                "id,phone\\n1,7 | head: one of the columns firstName, lastName is needed",
                "firstName,phone\\nA,7 | head: the column id is missing",
                "id,firstName,dob,shoe size\\n | head: Patient has no dob, shoe size; say in a mapping file",
                "id,firstName,id\\n1,A,2 | head: id and id are both id",
                "id,\"firstName\\n1,A | quote: in the head a quote is not closed",
                "id,firstName\\n1,A\\n2,\"B\\n3,C | quote: in row 2, column firstName a quote is not closed",
                "id,firstName\\n1,A\\n2,\"B\" b\\n3,C | quote: in row 2, column firstName",
            })
    void areRefusedForOneThingThatIsNamed(String content, String reason) {
        assertThatExceptionOfType(TransferException.class)
                .isThrownBy(() -> rows(content.replace("\\n", "\n"), ColumnMapping.NONE))
                .satisfies(refused -> assertThat(refused.line())
                        .startsWith("patients.csv: " + reason)
                        .doesNotContain("Amina", "\n"));
    }

    @Test
    void areRefusedForTheFirstCharacterThatIsNone() {
        for (String line : List.of("\n", "\r\n")) {
            assertThatExceptionOfType(TransferException.class)
                    .isThrownBy(() ->
                            cells("id,firstName" + line + "1,A" + line + "2,Zoë", WINDOWS, StandardCharsets.UTF_8))
                    .satisfies(refused -> assertThat(refused.line())
                            .startsWith(
                                    "patients.csv: encoding: is not UTF-8 (line 3, character 5); save it as UTF-8"));
        }
        assertThatExceptionOfType(TransferException.class)
                .isThrownBy(() -> cells("id,firstName\n", StandardCharsets.UTF_16LE, StandardCharsets.UTF_8))
                .satisfies(refused ->
                        assertThat(refused.line()).contains("encoding: it looks like UTF-16 without a mark"));
    }

    @Test
    void areReadByAMapping() throws IOException {
        Path file = Files.writeString(
                directory.resolve("columns.txt"), "# ours\ndob=dateOfBirth\n\n Date of = visit = phone \nshoe size=\n");
        ColumnMapping mapping = ColumnMapping.read(file);

        assertThat(rows("id,firstName,dob,shoe size,Date of = visit\n1,A,1990-04-01,44,7\n", mapping))
                .singleElement()
                .satisfies(row -> assertThat(row.cells())
                        .isEqualTo(Map.of("id", "1", "firstName", "A", "dateOfBirth", "1990-04-01", "phone", "7")));
        assertThatExceptionOfType(TransferException.class)
                .isThrownBy(() -> rows("id,firstName,dob,dateOfBirth\n", mapping))
                .satisfies(refused -> assertThat(refused.line()).endsWith("dob and dateOfBirth are both dateOfBirth"));
        for (String wrong : List.of("dob", "=id", "a=b\na=c", "a\u0007b=id")) {
            Files.writeString(file, wrong);
            assertThatExceptionOfType(TransferException.class).isThrownBy(() -> ColumnMapping.read(file));
        }
    }

    private List<Map<String, String>> cells(String content, Charset written, Charset stated) throws IOException {
        Path path = Files.write(directory.resolve("patients.csv"), content.getBytes(written));
        List<Map<String, String>> cells = new ArrayList<>();
        CsvFile file = new CsvFile(new CsvText(path, stated), ColumnMapping.NONE, PERSON);
        file.check();
        file.read(row -> cells.add(row.cells()));
        return cells;
    }

    private List<CsvRow> rows(String content, ColumnMapping mapping) throws IOException {
        Path path = Files.writeString(directory.resolve("patients.csv"), content);
        List<CsvRow> rows = new ArrayList<>();
        CsvFile file = new CsvFile(new CsvText(path, StandardCharsets.UTF_8), mapping, PERSON);
        assertThat(file.read(rows::add).columns()).isNotEmpty();
        return rows;
    }
}
