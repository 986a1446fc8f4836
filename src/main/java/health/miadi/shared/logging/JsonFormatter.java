package health.miadi.shared.logging;

import com.fasterxml.jackson.core.JsonProcessingException;
import health.miadi.shared.http.Json;
import health.miadi.shared.refusal.Traces;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/** Writes a record as one JSON object on one line, whatever its message holds; traces without the messages of exceptions. */
final class JsonFormatter extends Formatter {
    @Override
    public String format(LogRecord logged) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("time", logged.getInstant().toString());
        members.put("level", logged.getLevel().getName());
        members.put("logger", Objects.toString(logged.getLoggerName(), ""));
        String id = LogContext.id();
        if (id != null) {
            members.put("requestId", id);
        }
        Object[] parameters = logged.getParameters();
        if (parameters != null && parameters.length == 1 && parameters[0] instanceof AnsweredRequest request) {
            members.put("message", logged.getMessage().replaceFirst(": \\{0}$", ""));
            members.put("account", request.account());
            members.put("operation", request.operation());
            members.put("method", request.method());
            members.put("status", request.status());
            members.put("millis", request.millis());
        } else {
            members.put("message", formatMessage(logged));
        }
        if (logged.getThrown() != null) {
            members.put("trace", Traces.withoutMessages(logged.getThrown()));
        }
        try {
            return Json.mapper().writeValueAsString(members) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a map of text and numbers is JSON", impossible);
        }
    }
}
