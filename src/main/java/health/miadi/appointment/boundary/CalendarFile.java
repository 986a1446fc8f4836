package health.miadi.appointment.boundary;

import health.miadi.appointment.control.CalendarEntry;
import health.miadi.appointment.entity.Appointment;
import health.miadi.appointment.entity.AppointmentStatus;
import health.miadi.identity.entity.Caller;
import java.time.Duration;

/**
 * An appointment as an iCalendar file (RFC 5545) for the calendar on somebody's phone (ADR 0033).
 *
 * <p>Such calendars lie with third parties, on lock screens and with colleagues. So the file says when, with which provider
 * and what type of appointment, and marks it private; never why the patient comes, and never who the patient is: a
 * provider reads that in Miadi.
 */
final class CalendarFile {
    private static final String SUMMARY = "Appointment with ";

    private CalendarFile() {}

    /**
     * The file. It is the same as long as the entry is, however often one asks.
     *
     * @param cancellationNotice until how long before the start patients can cancel; they are reminded a day earlier
     */
    static byte[] of(CalendarEntry entry, Caller caller, Duration cancellationNotice) {
        Appointment appointment = entry.appointment();
        ContentLines lines = new ContentLines()
                .add("BEGIN", "VCALENDAR")
                .add("VERSION", "2.0")
                .add("PRODID", "-//Miadi//Miadi//EN")
                .add("CALSCALE", "GREGORIAN")
                .add("BEGIN", "VEVENT")
                .add("UID", appointment.id() + "@miadi")
                .add("SEQUENCE", Integer.toString(appointment.version()))
                .add("DTSTAMP", entry.changedAt())
                .add("CREATED", appointment.createdAt())
                .add("LAST-MODIFIED", entry.changedAt())
                .add("DTSTART", appointment.time().start())
                .add("DTEND", appointment.time().end())
                .add("STATUS", appointment.status() == AppointmentStatus.CANCELLED ? "CANCELLED" : "CONFIRMED")
                .add("CLASS", "PRIVATE")
                .addText("SUMMARY", SUMMARY + (caller.isProvider() ? "a patient" : entry.provider()));
        String type = entry.type();
        if (type != null) {
            lines.addText("DESCRIPTION", type);
        }
        if (caller.isPatient() && appointment.status() == AppointmentStatus.SCHEDULED) {
            addReminder(lines, cancellationNotice.toDays() + 1);
        }
        return lines.add("END", "VEVENT").add("END", "VCALENDAR").bytes();
    }

    /** At the hour of the appointment, some days before it: while it can still be cancelled, and not at night. */
    private static void addReminder(ContentLines lines, long daysBefore) {
        lines.add("BEGIN", "VALARM")
                .add("ACTION", "DISPLAY")
                .add("TRIGGER", "-P" + daysBefore + "D")
                .addText("DESCRIPTION", "Appointment in " + daysBefore + (daysBefore == 1 ? " day" : " days"))
                .add("END", "VALARM");
    }
}
