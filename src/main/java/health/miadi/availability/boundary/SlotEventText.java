package health.miadi.availability.boundary;

import com.fasterxml.jackson.core.JsonProcessingException;
import health.miadi.availability.control.SlotChange;
import health.miadi.availability.control.SlotWatch.Beginning;
import health.miadi.shared.http.Json;
import java.util.List;

/** Writes slot events the way {@code text/event-stream} wants them (HTML standard, 9.2). */
final class SlotEventText {
    /** How long a client waits before it connects again, in milliseconds. */
    private static final int RETRY_MILLIS = 2_000;

    private SlotEventText() {}

    /**
     * The first lines, of which nothing reaches the client's handlers, and what the client has missed. The id comes last, so
     * that a client which did not get all of it asks for all of it again.
     */
    static String beginning(Beginning beginning) {
        String id = beginning.id();
        String opening = ": watching\nretry: " + RETRY_MILLIS + "\n";
        if (beginning.reset()) {
            return opening + "\n" + reset(id);
        }
        return beginning.missed().isEmpty()
                ? opening + "id: " + id + "\n\n"
                : opening + "\n" + changed(beginning.missed(), id);
    }

    /** The events of those changes; the last carries the id, so that a client which got only some asks for all again. */
    static String changed(List<SlotChange> changes, String id) {
        var text = new StringBuilder();
        for (int i = 0; i < changes.size(); i++) {
            if (i == changes.size() - 1) {
                text.append("id: ").append(id).append('\n');
            }
            text.append("event: slots-changed\ndata: ")
                    .append(json(SlotsChangedEvent.from(changes.get(i))))
                    .append("\n\n");
        }
        return text.toString();
    }

    static String reset(String id) {
        return "id: " + id + "\nevent: reset\ndata: {}\n\n";
    }

    /** A comment and the place in the log, which no handler sees. */
    static String alive(String id) {
        return ": alive\nid: " + id + "\n\n";
    }

    private static String json(SlotsChangedEvent event) {
        try {
            return Json.mapper().writeValueAsString(event);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("an event cannot be written as JSON", broken);
        }
    }
}
