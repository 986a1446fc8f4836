package health.miadi.appointment.boundary;

import health.miadi.appointment.entity.AppointmentStatus;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a calendar file says in one of the languages of Miadi. */
final class CalendarWords {
    /** The languages that there are; the first for whoever reads none of them. */
    static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.forLanguageTag("sw"));

    private static final String BUNDLE = CalendarWords.class.getPackageName() + ".calendar";

    private final Locale language;
    private final ResourceBundle texts;

    private CalendarWords(Locale language) {
        this.language = language;
        this.texts =
                ResourceBundle.getBundle(BUNDLE, language, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    static CalendarWords in(Locale language) {
        return new CalendarWords(language);
    }

    /**
     * In the language that its reader likes best.
     *
     * @param acceptLanguage as in RFC 9110, section 12.5.4; one that cannot be read never gets here
     */
    static CalendarWords forReader(@Nullable String acceptLanguage) {
        Locale wanted = acceptLanguage == null ? null : Locale.lookup(LanguageRange.parse(acceptLanguage), LANGUAGES);
        return in(wanted == null ? LANGUAGES.get(0) : wanted);
    }

    Locale language() {
        return language;
    }

    /** The title, which says what became of the visit where it did not take place. */
    String summary(AppointmentStatus status, String with) {
        return switch (status) {
            case CANCELLED, NO_SHOW -> text(status.word(), with);
            case SCHEDULED, CHECKED_IN, COMPLETED -> text("summary", with);
        };
    }

    /** A patient, whoever it is. */
    String aPatient() {
        return texts.getString("patient");
    }

    String reminder(long daysBefore) {
        return text(daysBefore == 1 ? "reminder.one" : "reminder.other", Long.toString(daysBefore));
    }

    /** Of the reminder on the day itself. */
    String reminderToday() {
        return texts.getString("reminder.today");
    }

    /** The names of the language's own texts. */
    Set<String> keys() {
        return texts.keySet();
    }

    private String text(String key, String value) {
        return new MessageFormat(texts.getString(key), language).format(new Object[] {value});
    }
}
