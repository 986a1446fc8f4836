package health.miadi.appointment.boundary;

import health.miadi.appointment.control.CalendarEntry;
import health.miadi.appointment.entity.Appointment;
import health.miadi.appointment.entity.AppointmentStatus;
import health.miadi.identity.entity.Caller;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * An appointment as an iCalendar file (RFC 5545) for the calendar on somebody's phone (R-BOOK-14, ADR 0033).
 *
 * <p>Such calendars lie with third parties, on lock screens and with colleagues. So the file says when, with which provider
 * and what type of appointment, and marks it private; never why the patient comes, and never who the patient is: a
 * provider reads that in Miadi.
 *
 * <p>Not every calendar heeds every property. So what became of a visit that did not take place is said three times: by the title, by
 * {@code STATUS}, and by {@code TRANSP}, which leaves its time free.
 */
final class CalendarFile {
    /** What became of visits that take nobody's time any more. */
    private static final Set<AppointmentStatus> CALLED_OFF =
            EnumSet.of(AppointmentStatus.CANCELLED, AppointmentStatus.NO_SHOW);

    private CalendarFile() {}

    /**
     * The file. It is the same as long as the entry is, however often one asks.
     *
     * @param cancellationNotice until how long before the start patients can cancel; they are reminded a day earlier
     * @param words in whose language
     */
    static byte[] of(CalendarEntry entry, Caller caller, Duration cancellationNotice, CalendarWords words) {
        Appointment appointment = entry.appointment();
        boolean calledOff = CALLED_OFF.contains(appointment.status());
        ContentLines lines = new ContentLines()
                .add("BEGIN", "VCALENDAR")
                .add("VERSION", "2.0")
                .add(
                        "PRODID",
                        "-//Miadi//Miadi//" + words.language().getLanguage().toUpperCase(Locale.ROOT))
                .add("CALSCALE", "GREGORIAN")
                .add("BEGIN", "VEVENT")
                .add("UID", appointment.id() + "@miadi")
                .add("SEQUENCE", Integer.toString(appointment.version()))
                .add("DTSTAMP", entry.changedAt())
                .add("CREATED", appointment.createdAt())
                .add("LAST-MODIFIED", entry.changedAt())
                .add("DTSTART", appointment.time().start())
                .add("DTEND", appointment.time().end())
                .add("STATUS", calledOff ? "CANCELLED" : "CONFIRMED")
                .add("TRANSP", calledOff ? "TRANSPARENT" : "OPAQUE")
                .add("CLASS", "PRIVATE")
                .addText(
                        "SUMMARY",
                        words.summary(appointment.status(), caller.isProvider() ? words.aPatient() : entry.provider()));
        String type = entry.type();
        if (type != null) {
            lines.addText("DESCRIPTION", type);
        }
        if (caller.isPatient() && appointment.status() == AppointmentStatus.SCHEDULED) {
            // some days before at the hour of the appointment: while it can still be cancelled, and not at night
            long daysBefore = cancellationNotice.toDays() + 1;
            addReminder(lines, "-P" + daysBefore + "D", words.reminder(daysBefore));
            addReminder(lines, "-PT2H", words.reminderToday());
        }
        return lines.add("END", "VEVENT").add("END", "VCALENDAR").bytes();
    }

    private static void addReminder(ContentLines lines, String trigger, String text) {
        lines.add("BEGIN", "VALARM")
                .add("ACTION", "DISPLAY")
                .add("TRIGGER", trigger)
                .addText("DESCRIPTION", text)
                .add("END", "VALARM");
    }
}
