package health.miadi.console.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What of a log says how the application fared, and not about whom: when, how bad, which class, which operation with which status and
 * duration, which exception and where.
 *
 * <p>It takes what it knows instead of taking out what it fears: no words of a message, no request's id, which a client may have chosen,
 * and no line that it does not understand.
 */
final class SupportLog {

    private static final String CLASS = "[\\w$]+(?:\\.[\\w$]+)+";
    private static final String TIME = "[\\d][\\dT:.,+Z -]{6,30}";

    /** As {@code payara/logging.properties} has it: time, level, logger. */
    private static final Pattern ONE_LINE = Pattern.compile("(" + TIME + ") +([A-Z]+) +(" + CLASS + "): (.*)");

    /** WildFly's: time, level, logger, thread. */
    private static final Pattern WILDFLY =
            Pattern.compile("(" + TIME + ") +([A-Z]+) +\\[(" + CLASS + ")] \\([^)]*\\) (.*)");

    /** The virtual machine's own: time and logger on one line, level and message on the next. */
    private static final Pattern FIRST_OF_TWO =
            Pattern.compile("(\\w{3} \\d{1,2}, \\d{4} [\\d:]+ [AP]M) (" + CLASS + ") [\\w$<>]+");

    private static final Pattern SECOND_OF_TWO = Pattern.compile("([A-Z]{4,7}): (.*)");
    private static final Pattern REQUEST = Pattern.compile(
            "(?:\\[[^\\]]*] )?(slow )?request: account=\\S+ operation=([A-Za-z]{1,60}) method=([A-Z]{3,7}|other) status=(\\d{3}) millis=(\\d{1,9})");
    private static final Pattern STATEMENT = Pattern.compile(
            "(?:\\[[^\\]]*] )?(slow statement: fingerprint=[0-9a-f]{1,64}(?: queryid=[-0-9,]{1,200})?(?: millis=\\d{1,9})?)(?: .*)?");
    private static final Pattern FRAME = Pattern.compile("\\s+at (?:[\\w.$/@-]+/)?" + CLASS
            + "(?:\\.<\\w+>)?\\((?:[\\w$]+\\.java(?::\\d+)?|Unknown Source|Native Method)\\)");
    private static final Pattern MORE = Pattern.compile("\\s+\\.\\.\\. \\d+ (?:more|common frames omitted)");
    private static final Pattern EXCEPTION = Pattern.compile(
            "\\s*((?:Caused by: |Suppressed: )?[a-z][\\w$]*(?:\\.[\\w$]+)*\\.[A-Z][\\w$]*(?:Exception|Error|Refusal))(?::.*)?");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final int limit;
    private final Deque<String> kept = new ArrayDeque<>();
    private String first = "";
    private long passedOver;

    private SupportLog(int limit) {
        this.limit = limit;
    }

    /** The last lines that say something, and how many do not. */
    static List<String> of(Stream<String> lines, int limit) {
        var log = new SupportLog(limit);
        lines.forEach(log::line);
        return Stream.concat(log.kept.stream(), Stream.of("(" + log.passedOver + " lines passed over)"))
                .toList();
    }

    private void line(String line) {
        Optional<String> said = said(line);
        if (said.isEmpty()) {
            passedOver++;
            return;
        }
        said.filter(text -> !text.isEmpty()).ifPresent(text -> {
            kept.addLast(text);
            if (kept.size() > limit) {
                kept.removeFirst();
            }
        });
    }

    private Optional<String> said(String line) {
        if (FRAME.matcher(line).matches() || MORE.matcher(line).matches()) {
            return Optional.of(line);
        }
        for (Pattern format : List.of(ONE_LINE, WILDFLY)) {
            Matcher record = format.matcher(line);
            if (record.matches()) {
                return Optional.of(said(record.group(1), record.group(2), record.group(3), record.group(4)));
            }
        }
        Matcher head = FIRST_OF_TWO.matcher(line);
        if (head.matches()) {
            first = head.group(1) + " " + head.group(2);
            return Optional.of("");
        }
        Matcher rest = SECOND_OF_TWO.matcher(line);
        if (!first.isEmpty() && rest.matches()) {
            String begun = first;
            first = "";
            int between = begun.lastIndexOf(' ');
            return Optional.of(
                    said(begun.substring(0, between), rest.group(1), begun.substring(between + 1), rest.group(2)));
        }
        Matcher exception = EXCEPTION.matcher(line);
        if (exception.matches()) {
            return Optional.of(exception.group(1));
        }
        return line.startsWith("{") ? json(line) : Optional.empty();
    }

    private static String said(String time, String level, String logger, String message) {
        return time + " " + level + " " + logger + ": " + message(message);
    }

    private static String message(String message) {
        Matcher request = REQUEST.matcher(message);
        if (request.matches()) {
            return (request.group(1) == null ? "request" : "slow request") + " operation=" + request.group(2)
                    + " method=" + request.group(3) + " status=" + request.group(4) + " millis=" + request.group(5);
        }
        Matcher statement = STATEMENT.matcher(message);
        return statement.matches() ? statement.group(1) : "(" + message.length() + " characters)";
    }

    private static Optional<String> json(String line) {
        try {
            JsonNode record = JSON.readTree(line);
            String time = record.path("time").asText();
            String level = record.path("level").asText();
            String logger = record.path("logger").asText();
            if (!time.matches(TIME) || !level.matches("[A-Z]{4,7}") || !logger.matches(CLASS)) {
                return Optional.empty();
            }
            String operation = record.path("operation").asText();
            return Optional.of(time + " " + level + " " + logger + ": "
                    + (operation.matches("[A-Za-z]{1,60}")
                            ? "request operation=" + operation + " status="
                                    + record.path("status").asInt() + " millis="
                                    + record.path("millis").asLong()
                            : message(record.path("message").asText())));
        } catch (JsonProcessingException notOurs) {
            return Optional.empty();
        }
    }
}
