package health.miadi.appointment.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.miadi.testing.Answer;
import health.miadi.testing.Api;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.TestPatient;
import health.miadi.testing.TestProvider;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An appointment as a file for other calendars (ADR 0033), over HTTP. */
class AppointmentCalendarIT {

    private final Clinic clinic = Clinic.ofTheSuite();
    private final Desk desk = new Desk(clinic);
    private final TestProvider provider = clinic.aProvider().workingMondays("09:00", "12:00");
    private final TestPatient patient = clinic.aPatient();
    private final Instant nine = provider.mondayAt("09:00");

    private Answer booked(String reason) {
        ObjectNode wish = Desk.wish(provider, nine)
                .put("reason", reason)
                .put("appointmentTypeId", desk.aType("name", "Check-up; ears, nose, \uD83D\uDC42 " + Clinic.unique()));
        return patient.api().post("/appointments", wish).expect(201);
    }

    private static Answer file(Api api, Answer appointment) {
        return api.get(path(appointment)).expect(200);
    }

    private static String path(Answer appointment) {
        return Desk.path(appointment) + "/calendar";
    }

    @Test
    void itIsAFileThatOtherCalendarsRead() {
        String name =
                clinic.admin().get("/providers/" + provider.id()).expect(200).at("/lastName");
        Answer booked = booked("A lump");

        Answer answer = file(patient.api(), booked);

        assertThat(answer.header("Content-Type").orElseThrow().toLowerCase(Locale.ROOT))
                .matches("text/calendar; ?charset=utf-8");
        assertThat(answer.header("Content-Disposition")).contains("attachment; filename=\"appointment.ics\"");
        assertThat(answer.text()).doesNotContain("lump");
        ReadCalendar read = ReadCalendar.of(answer.text());
        assertThat(read.at("SUMMARY")).isEqualTo("Appointment with Pro " + name);
        assertThat(read.at("DESCRIPTION")).startsWith("Check-up; ears, nose, \uD83D\uDC42 ");
        assertThat(read.at("DTSTART")).isEqualTo(nine.toString().replaceAll("[-:]", ""));
        assertThat(read.reminders()).containsExactly("-P2D", "-PT2H");
    }

    @Test
    void theSameEventMovesWithTheAppointment() {
        Answer booked = booked("A cough");
        ReadCalendar before = ReadCalendar.of(file(patient.api(), booked).text());
        Instant eleven = nine.plus(Duration.ofHours(2));

        Answer moved = Desk.act(patient.api(), booked, "reschedule", Json.object("start", eleven))
                .expect(200);
        ReadCalendar after = ReadCalendar.of(file(patient.api(), moved).text());
        Answer cancelled = Desk.act(patient.api(), moved, "cancel").expect(200);
        ReadCalendar last = ReadCalendar.of(file(patient.api(), cancelled).text());

        assertThat(after.at("UID")).isEqualTo(before.at("UID")).isEqualTo(last.at("UID"));
        assertThat(Integer.parseInt(after.at("SEQUENCE"))).isGreaterThan(Integer.parseInt(before.at("SEQUENCE")));
        assertThat(Integer.parseInt(last.at("SEQUENCE"))).isGreaterThan(Integer.parseInt(after.at("SEQUENCE")));
        assertThat(after.at("DTSTART")).isEqualTo(eleven.toString().replaceAll("[-:]", ""));
        assertThat(last.at("STATUS")).isEqualTo("CANCELLED");
    }

    /** F2-18. */
    @Test
    void itSpeaksTheLanguageOfItsReader() {
        Answer cancelled = Desk.act(patient.api(), booked("A cough"), "cancel").expect(200);

        Answer swahili = file(patient.api().with("Accept-Language", "sw-KE, en;q=0.5"), cancelled);
        Answer unreadable = file(patient.api().with("Accept-Language", ";;;q=z"), cancelled);

        assertThat(swahili.header("Content-Language")).contains("sw");
        assertThat(ReadCalendar.of(swahili.text()).at("SUMMARY")).startsWith("Imeghairiwa: miadi na Pro Vider-");
        assertThat(ReadCalendar.of(swahili.text()).at("TRANSP")).isEqualTo("TRANSPARENT");
        assertThat(ReadCalendar.of(unreadable.text()).at("SUMMARY"))
                .startsWith("Cancelled: appointment with Pro Vider-");
        patient.api()
                .with("Accept-Language", "sw")
                .with("If-None-Match", swahili.etag())
                .get(path(cancelled))
                .expect(304);
    }

    @Test
    void whoHasItAlreadyIsToldSoUntilSomethingInItChanges() {
        Answer booked = booked("A cough");
        String tag = file(patient.api(), booked).etag();
        Api again = patient.api().with("If-None-Match", tag);

        assertThat(again.get(path(booked)).expect(304).text()).isEmpty();
        rename();
        assertThat(again.get(path(booked)).expect(200).etag()).isNotEqualTo(tag);
    }

    private void rename() {
        String calendar = "/providers/" + provider.id();
        Answer seen = clinic.admin().get(calendar).expect(200);
        ObjectNode renamed =
                Json.object("firstName", "Renamed", "lastName", "Provider", "cadre", "doctor", "timeZone", "UTC");
        clinic.admin().ifMatch(seen.etag()).put(calendar, renamed).expect(200);
    }

    @Test
    void whoDoesNotSeeTheAppointmentFindsNoFile() {
        Answer booked = booked("A cough");

        clinic.aPatient().api().get(path(booked)).expectProblem(404, "not-found");
        clinic.aProvider().api().get(path(booked)).expectProblem(404, "not-found");
        patient.api().get("/appointments/" + UUID.randomUUID() + "/calendar").expectProblem(404, "not-found");
        assertThat(ReadCalendar.of(file(provider.api(), booked).text()).at("SUMMARY"))
                .isEqualTo("Appointment with a patient");
        assertThat(ReadCalendar.of(file(clinic.admin(), booked).text()).at("SUMMARY"))
                .startsWith("Appointment with Pro Vider-");
    }

    @Test
    void itIsACalendarFileOrNothing() {
        Answer booked = booked("A cough");

        patient.api().with("Accept", "text/calendar").get(path(booked)).expect(200);
        patient.api().with("Accept", "application/json").get(path(booked)).expectProblem(406, "not-acceptable");
        clinic.anonymous().with("Accept", "text/calendar").get(path(booked)).expectProblem(401, "unauthenticated");
    }
}
