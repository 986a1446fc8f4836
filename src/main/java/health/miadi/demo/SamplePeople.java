package health.miadi.demo;

import health.miadi.identity.entity.Gender;
import health.miadi.identity.entity.PersonalDetails;
import health.miadi.shared.time.PartialDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The invented people of the sample clinic, as Synthea made them. */
final class SamplePeople {

    private SamplePeople() {}

    static List<PersonalDetails> patients() {
        return CsvRows.of("patients.csv").stream().map(SamplePeople::person).toList();
    }

    static List<PersonalDetails> providers() {
        return CsvRows.of("providers.csv").stream().map(SamplePeople::person).toList();
    }

    private static PersonalDetails person(Map<String, String> row) {
        String birth = row.get("dateOfBirth");
        return new PersonalDetails(
                row.get("firstName"),
                row.get("lastName"),
                birth == null ? null : PartialDate.parse(birth),
                gender(row.get("gender")),
                row.get("phone"),
                row.get("email"),
                row.get("nationalId"));
    }

    private static @Nullable Gender gender(@Nullable String word) {
        return word == null ? null : Gender.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
