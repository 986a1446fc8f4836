package health.miadi.confidential;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import jakarta.persistence.Entity;
import java.lang.reflect.Modifier;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** R-REC-4: what ends up in a log, a debugger or an exception by way of {@code toString} tells nothing of a person. */
class ToStringTest {

    /** Their texts and days are the clinic's own: hours, types, zones, settings, rules of a calendar, words of a program. */
    private static final Set<String> OF_NOBODY = Set.of(
            "Actor", // how an operating system calls its user
            "AnsweredRequest", // what the log may tell: an account by its id, words of the code
            "AppointmentTypeRequest",
            "AppointmentTypeResponse",
            "AuditVerificationResponse", // hashes of the chain, as in the next three
            "ChainHead",
            "ChainReport",
            "Head",
            "AvailabilityRequest",
            "AvailabilityResponse",
            "Beginning",
            "CalendarReading",
            "CalendarScope",
            "ConfigResponse",
            "DatedException",
            "DaySpan",
            "DayStatistics",
            "EachDay",
            "FieldError", // what would be right, never what was wrong
            "Landing",
            "Obstacle",
            "OpenIdFlow",
            "Planned",
            "Position",
            "Practice",
            "PracticeCount",
            "PracticeResponse",
            "Progress", // names of keys
            "ProviderSchedule",
            "RecordEncryptionResponse",
            "SlotExplanationResponse",
            "SlotLog",
            "SlotQuery",
            "SpecializationsResponse",
            "StatisticsResponse",
            "Through",
            "SynonymRequest",
            "SynonymResponse",
            "VerifiedToken", // its number
            "WeeklyWindow",
            "WorkingCalendar",
            "ZoneStretch");

    /** Nobody makes one: they describe pages in the OpenAPI document. */
    private static boolean isMade(JavaClass type) {
        return !(type.getSimpleName().endsWith("Page") && type.isNestedClass());
    }

    static Stream<Class<?>> records() {
        return Filled.classes(type -> type.isRecord()
                && isMade(type)
                && !type.getPackageName().startsWith("health.miadi.shared.openapi")
                && !type.getPackageName().startsWith("health.miadi.demo")
                // a console runs for whoever types, has no log, and answers on their own screen
                && !type.getPackageName().startsWith("health.miadi.console")
                && !OF_NOBODY.contains(type.getSimpleName()));
    }

    static Stream<Class<?>> entities() {
        return Filled.classes(type -> type.isAnnotatedWith(Entity.class)
                        || type.getSimpleName().endsWith("PatchRequest"))
                .filter(type -> !Modifier.isAbstract(type.getModifiers()));
    }

    @ParameterizedTest
    @MethodSource("records")
    void ofARecordTellsNothing(Class<?> type) {
        assertTellsNothing(Filled.aRecord(type));
    }

    @ParameterizedTest
    @MethodSource("entities")
    void ofAnEntityTellsNothing(Class<?> type) {
        assertTellsNothing(Filled.anObject(type));
    }

    private static void assertTellsNothing(Object filled) {
        assertThat(filled.toString()).doesNotContain(Filled.MARK, Filled.DAY.toString());
    }
}
