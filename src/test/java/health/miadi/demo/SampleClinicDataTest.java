package health.miadi.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.miadi.availability.entity.WeeklyWindow;
import health.miadi.identity.entity.PersonalDetails;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleClinicDataTest {

    @Test
    void thePeopleAreAllThereAndKeepTheirAccents() {
        assertThat(SamplePeople.patients())
                .hasSize(78)
                .extracting(PersonalDetails::lastName)
                .contains("Acuña");
        assertThat(SamplePeople.providers()).hasSize(65).allMatch(person -> person.email() == null);
    }

    @Test
    void nobodyHasWhatMustBeUniqueTwice() {
        List<PersonalDetails> patients = SamplePeople.patients();

        assertThat(patients).extracting(PersonalDetails::phone).doesNotHaveDuplicates();
        assertThat(patients).extracting(PersonalDetails::nationalId).doesNotHaveDuplicates();
    }

    @Test
    void theProvidersWorkInThreeZones() {
        Set<String> zones = IntStream.range(0, 65)
                .mapToObj(i -> SamplePractices.practice(i).timeZone().getId())
                .collect(Collectors.toSet());

        assertThat(zones).containsExactlyInAnyOrder("America/New_York", "Asia/Kolkata", "Africa/Nairobi");
    }

    @Test
    void noProvidersWeekOverlapsItself() {
        for (int i = 0; i < 65; i++) {
            List<WeeklyWindow> week = SamplePractices.week(i);
            for (WeeklyWindow window : week) {
                assertThat(week.stream().filter(window::overlaps)).containsExactly(window);
            }
        }
    }

    @Test
    void anEmptyFieldIsAbsent() throws IOException {
        assertThat(CsvRows.read(text("a,b\n1,\n"))).containsExactly(Map.of("a", "1"));
    }

    @Test
    void aQuotedFieldMayHoldCommasQuotesAndLines() throws IOException {
        assertThat(CsvRows.read(text("a,b\n\"1, \"\"2\"\"\n3\",4\n")))
                .containsExactly(Map.of("a", "1, \"2\"\n3", "b", "4"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b\n1\n", "a,b\n1,2,3\n", "a,b\n\"1,2\n"})
    void aLineThatDoesNotFitTheHeadIsRefused(String csv) {
        assertThatThrownBy(() -> CsvRows.read(text(csv))).isInstanceOf(IOException.class);
    }

    private static BufferedReader text(String text) {
        return new BufferedReader(new StringReader(text));
    }
}
