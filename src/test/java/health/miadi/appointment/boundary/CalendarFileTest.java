package health.miadi.appointment.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.appointment.control.CalendarEntry;
import health.miadi.appointment.entity.Appointment;
import health.miadi.appointment.entity.AppointmentStatus;
import health.miadi.appointment.entity.Change;
import health.miadi.appointment.entity.Placement;
import health.miadi.availability.entity.Interval;
import health.miadi.identity.entity.Caller;
import health.miadi.identity.entity.Role;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

@Label("R-BOOK-14: an appointment as an iCalendar file")
class CalendarFileTest {

    private static final Instant START = Instant.parse("2027-03-01T09:00:00Z");
    private static final Instant CHANGED = Instant.parse("2027-02-20T08:15:30.123456Z");
    private static final Duration DAY = Duration.ofHours(24);
    private static final Caller PATIENT = new Caller(UUID.randomUUID(), "p", Role.PATIENT, UUID.randomUUID());
    private static final Caller PROVIDER = new Caller(UUID.randomUUID(), "d", Role.PROVIDER, UUID.randomUUID());

    private final Appointment appointment = new Appointment(
            UUID.randomUUID(),
            null,
            null,
            placed(),
            new Change(PATIENT, START.minus(Duration.ofDays(9)), "Something that nobody else needs to know", null),
            Duration.ZERO);

    private static Placement placed() {
        var time = new Interval(START, START.plus(Duration.ofMinutes(30)));
        return new Placement(UUID.randomUUID(), time, time, ZoneId.of("Africa/Nairobi"));
    }

    private byte[] file(String provider, String type, Caller reader) {
        return file(provider, type, reader, "en");
    }

    private byte[] file(String provider, String type, Caller reader, String acceptLanguage) {
        CalendarEntry entry = new CalendarEntry(appointment, provider, type, CHANGED);
        return CalendarFile.of(entry, reader, DAY, CalendarWords.forReader(acceptLanguage));
    }

    @Example
    @Label("says when, with whom and what, in UTC")
    void saysWhenWithWhomAndWhat() {
        ReadCalendar read = ReadCalendar.of(file("Amina Otieno", "Consultation", PATIENT));

        assertThat(read.head("METHOD"))
                .as("without an organizer it is no message")
                .isEmpty();
        assertThat(read.head("VERSION")).isEqualTo("2.0");
        assertThat(read.head("PRODID")).isNotEmpty();
        assertThat(read.at("UID")).isEqualTo(appointment.id() + "@miadi");
        assertThat(read.at("DTSTART")).isEqualTo("20270301T090000Z");
        assertThat(read.at("DTEND")).isEqualTo("20270301T093000Z");
        assertThat(read.at("DTSTAMP")).isEqualTo("20270220T081530Z");
        assertThat(read.at("LAST-MODIFIED")).isEqualTo("20270220T081530Z");
        assertThat(read.at("STATUS")).isEqualTo("CONFIRMED");
        assertThat(read.at("TRANSP")).isEqualTo("OPAQUE");
        assertThat(read.at("CLASS")).isEqualTo("PRIVATE");
        assertThat(read.at("SUMMARY")).isEqualTo("Appointment with Amina Otieno");
        assertThat(read.at("DESCRIPTION")).isEqualTo("Consultation");
    }

    @Example
    @Label("says neither why the patient comes nor, to a provider, who it is")
    void keepsWhatIsConfidential() {
        byte[] toPatient = file("Amina Otieno", "Consultation", PATIENT);
        byte[] toProvider = file("Amina Otieno", "Consultation", PROVIDER);

        assertThat(new String(toPatient, StandardCharsets.UTF_8)).doesNotContain("nobody else");
        assertThat(ReadCalendar.of(toProvider).at("SUMMARY")).isEqualTo("Appointment with a patient");
    }

    @Example
    @Label("reminds a patient while they can still cancel and on the day, and nobody of what is cancelled")
    void remindsInTime() {
        assertThat(ReadCalendar.of(file("A B", "C", PATIENT)).reminders()).containsExactly("-P2D", "-PT2H");
        assertThat(ReadCalendar.of(file("A B", "C", PROVIDER)).reminders()).isEmpty();

        appointment.cancel(new Change(PATIENT, START.minus(Duration.ofDays(3)), null, null), DAY);

        ReadCalendar cancelled = ReadCalendar.of(file("A B", "C", PATIENT));
        assertThat(cancelled.reminders()).isEmpty();
        assertThat(cancelled.at("STATUS")).isEqualTo("CANCELLED");
    }

    @Example
    @Label("says what became of a cancelled visit by its title, its status and its time, in the reader's language")
    void saysThatItIsCancelled() {
        appointment.cancel(new Change(PATIENT, START.minus(Duration.ofDays(3)), null, null), DAY);

        calledOff("Cancelled: appointment with A B", file("A B", "C", PATIENT));
        calledOff("Imeghairiwa: miadi na A B", file("A B", "C", PATIENT, "fr, sw-KE;q=0.8, en;q=0.5"));
        calledOff("Imeghairiwa: miadi na mgonjwa", file("A B", "C", PROVIDER, "sw"));
    }

    @Example
    @Label("says of a missed visit the same, and of one that took place that its time was taken")
    void saysWhatBecameOfIt() {
        appointment.noShow(new Change(PROVIDER, START, null, null));
        calledOff("Missed: appointment with A B", file("A B", "C", PATIENT));
        calledOff("Haikuhudhuriwa: miadi na A B", file("A B", "C", PATIENT, "sw"));

        appointment.correct(AppointmentStatus.COMPLETED, START, DAY, new Change(PROVIDER, START, "A slip", null));
        ReadCalendar seen = ReadCalendar.of(file("A B", "C", PATIENT));
        assertThat(seen.at("STATUS")).isEqualTo("CONFIRMED");
        assertThat(seen.at("TRANSP")).isEqualTo("OPAQUE");
        assertThat(seen.at("SUMMARY")).isEqualTo("Appointment with A B");
    }

    private static void calledOff(String title, byte[] file) {
        ReadCalendar read = ReadCalendar.of(file);
        assertThat(read.at("SUMMARY")).isEqualTo(title);
        assertThat(read.at("STATUS")).isEqualTo("CANCELLED");
        assertThat(read.at("TRANSP")).isEqualTo("TRANSPARENT");
        assertThat(read.reminders()).isEmpty();
    }

    @Example
    @Label("speaks English to whoever asks for no language that there is")
    void speaksEnglishOtherwise() {
        for (String other : new String[] {null, "*", "fr", "fr-CA, de;q=0.3", "en-GB"}) {
            assertThat(ReadCalendar.of(file("A B", "C", PATIENT, other)).at("SUMMARY"))
                    .as(other)
                    .isEqualTo("Appointment with A B");
        }
    }

    @Example
    @Label("has every text in every language")
    void hasEveryText() {
        Set<String> texts = CalendarWords.in(Locale.ENGLISH).keys();
        for (Locale language : CalendarWords.LANGUAGES) {
            CalendarWords words = CalendarWords.in(language);
            assertThat(words.language()).isEqualTo(language);
            assertThat(words.keys()).as(language.toString()).isEqualTo(texts);
        }
        assertThat(CalendarWords.in(Locale.forLanguageTag("sw")).summary(AppointmentStatus.SCHEDULED, "{0} 'A'"))
                .isEqualTo("Miadi na {0} 'A'");
    }

    @Example
    @Label("goes on in the next line between two characters, never inside one")
    void foldsBetweenCharacters() {
        for (int before = 0; before < 8; before++) {
            String name = "x".repeat(before) + "\uD83D\uDC69\u200D\u2695\uFE0F".repeat(40) + "Ngũgĩ 张伟";
            assertThat(ReadCalendar.of(file(name, "C", PATIENT)).at("SUMMARY")).isEqualTo("Appointment with " + name);
        }
    }

    @Example
    @Label("leaves control characters out, but for line breaks")
    void leavesControlCharactersOut() {
        ReadCalendar read = ReadCalendar.of(file("A\u0000B\r\nEND:VEVENT", "C", PATIENT));
        assertThat(read.at("SUMMARY")).isEqualTo("Appointment with AB\nEND:VEVENT");
    }

    @Property(tries = 300)
    @Label("gives another reader back whatever names there are")
    void namesComeBackAsTheyAre(@ForAll("texts") String provider, @ForAll("texts") String type) {
        ReadCalendar read = ReadCalendar.of(file("P" + provider + ".", "T" + type + ".", PATIENT));

        assertThat(read.at("SUMMARY")).isEqualTo("Appointment with P" + provider + ".");
        assertThat(read.at("DESCRIPTION")).isEqualTo("T" + type + ".");
    }

    /** A backslash before a letter only: ical4j 4.4 takes an escaped one before an escaped line break for something else. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.of(
                ",",
                ";",
                "\\a",
                ":",
                "\"",
                "\n",
                "BEGIN:VEVENT",
                " ",
                "é",
                "ũ",
                "张",
                "\uD83D\uDE00",
                "a",
                "Z",
                "=",
                "%",
                "&");
        return pieces.list().ofMaxSize(120).map(parts -> String.join("", parts));
    }
}
