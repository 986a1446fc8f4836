package health.miadi.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.appointment.entity.AppointmentStatus;
import health.miadi.audit.entity.AuditAction;
import health.miadi.audit.entity.AuditedEntity;
import health.miadi.identity.entity.Gender;
import health.miadi.identity.entity.Role;
import health.miadi.shared.problem.ProblemType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every text that people read is there in both languages, and no other. */
class MessagesTest {

    /** What reads the same in both languages: names, and words that Swahili took over. */
    private static final Set<String> SAME_IN_BOTH = Set.of();

    private final Catalogues catalogues = new Catalogues(Sources.ending(".json"));

    private static List<String> words(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(catalogues.keys()).isNotEmpty();
        assertThat(catalogues.faults(SAME_IN_BOTH)).isEmpty();
    }

    @Test
    void everyTextIsUsedAndEveryUsedTextIsThere() {
        assertThat(catalogues.faultsOfUse(Sources.ending(".js"))).isEmpty();
    }

    @Test
    void everyRefusalIsExplained() {
        List<String> slugs =
                Arrays.stream(ProblemType.values()).map(ProblemType::slug).toList();

        assertThat(catalogues.missing("problem.", slugs)).isEmpty();
    }

    @Test
    void everyWordOfTheInterfaceHasATextForPeople() {
        Map.of(
                        "words.status.", words(AppointmentStatus.values()),
                        "words.role.", words(Role.values()),
                        "words.gender.", words(Gender.values()),
                        "audit.action.", words(AuditAction.values()),
                        "audit.entity.", words(AuditedEntity.values()))
                .forEach((beginning, words) ->
                        assertThat(catalogues.missing(beginning, words)).isEmpty());
    }

    @Test
    void whatIsWrongIsFound() {
        var wrong = new Catalogues(Map.of(
                "messages/en/a.json",
                "{\"a.b\": \"{x}\", \"a.c\": \"c\", \"a.d\": {\"one\": \"1\", \"other\": \"2\"}, \"a.e\": \"e\", \"b.f\": \"f\"}",
                "messages/sw/a.json",
                "{\"a.b\": \"{y}\", \"a.c\": \" \", \"a.d\": {\"other\": \"3\"}, \"a.e\": \"e\"}"));

        assertThat(wrong.faults(Set.of()))
                .containsExactlyInAnyOrder(
                        "messages/en/a.json: b.f is of another area",
                        "a.b has other placeholders",
                        "a.c is empty",
                        "a.d needs the plurals one and other",
                        "a.e is not translated",
                        "b.f is missing in sw");
        assertThat(wrong.faultsOfUse(Map.of(
                        "x.js", "t('a.b'); const more = {c: 'a.c'}; t('a.gone'); t(`a.d.${x}`); t('b.f'); t(key)")))
                .containsExactlyInAnyOrder(
                        "x.js: a.gone is not written",
                        "x.js: nothing begins with a.d.",
                        "x.js: t('b.f') is of no area",
                        "a.d is not used",
                        "a.e is not used",
                        "b.f is not used");
        assertThat(wrong.missing("a.", List.of("b", "z"))).containsExactly("a.z");
    }
}
