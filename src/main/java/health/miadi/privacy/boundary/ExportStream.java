package health.miadi.privacy.boundary;

import com.fasterxml.jackson.core.JsonGenerator;
import health.miadi.identity.entity.User;
import health.miadi.privacy.boundary.PatientExportResponse.ExportedAccess;
import health.miadi.privacy.boundary.PatientExportResponse.ExportedAccount;
import health.miadi.privacy.boundary.PatientExportResponse.ExportedCover;
import health.miadi.privacy.boundary.PatientExportResponse.ExportedEmergency;
import health.miadi.privacy.boundary.PatientExportResponse.ExportedHold;
import health.miadi.privacy.boundary.PatientExportResponse.ExportedPasskey;
import health.miadi.privacy.boundary.PatientExportResponse.ExportedPerson;
import health.miadi.privacy.boundary.PatientExportResponse.ExportedSession;
import health.miadi.privacy.control.PatientExport;
import health.miadi.privacy.control.PatientExport.Subject;
import health.miadi.shared.http.Json;
import health.miadi.shared.paging.Cursor;
import health.miadi.shared.paging.Page;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes a {@link PatientExportResponse} as it is found: no more than a page of it is in memory.
 *
 * @param at when the export began
 */
record ExportStream(PatientExport export, Subject subject, Instant at) implements StreamingOutput {
    @Override
    public void write(OutputStream body) throws IOException {
        try (JsonGenerator json = Json.mapper().createGenerator(body)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.writeStartObject();
            json.writePOJOField("exportedAt", at);
            json.writePOJOField("person", ExportedPerson.from(subject.patient()));
            User account = subject.account();
            json.writePOJOField("account", account == null ? null : ExportedAccount.from(account));
            all(json, "sessions", export.sessions(subject), ExportedSession::from);
            all(json, "passkeys", export.passkeys(subject), ExportedPasskey::from);
            paged(json, "insurance", cursor -> export.covers(subject, cursor), ExportedCover::from);
            paged(json, "appointments", cursor -> export.visits(subject, cursor), ExportedAppointment::from);
            all(json, "holds", export.holds(subject), ExportedHold::from);
            if (subject.isOwn()) {
                paged(json, "records", cursor -> export.records(subject, cursor), ExportedRecord::from);
            } else {
                json.writeNullField("records");
            }
            paged(json, "emergencies", cursor -> export.emergencies(subject, cursor), ExportedEmergency::from);
            paged(json, "audit", cursor -> export.accesses(subject, cursor), ExportedAccess::from);
            json.writeEndObject();
        }
    }

    private static <T> void all(JsonGenerator json, String name, List<T> found, Function<T, ?> form)
            throws IOException {
        json.writeArrayFieldStart(name);
        items(json, found, form);
        json.writeEndArray();
    }

    private interface Pages<T> {
        Page<T> after(@Nullable Cursor cursor);
    }

    private static <T> void paged(JsonGenerator json, String name, Pages<T> pages, Function<T, ?> form)
            throws IOException {
        json.writeArrayFieldStart(name);
        Cursor next = null;
        do {
            Page<T> page = pages.after(next);
            items(json, page.items(), form);
            next = page.next();
        } while (next != null);
        json.writeEndArray();
    }

    private static <T> void items(JsonGenerator json, List<T> found, Function<T, ?> form) throws IOException {
        for (T each : found) {
            json.writePOJO(form.apply(each));
        }
    }

    /** Says nothing of the patient. */
    @Override
    public String toString() {
        return "ExportStream";
    }
}
