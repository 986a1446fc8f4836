package health.miadi.shared.logging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A record")
class LoggingTest {
    private static final AnsweredRequest ANSWERED = new AnsweredRequest("a", "listPatients", "GET", 200, 12);

    @Test
    @DisplayName("has its request's id before its message, whoever writes it")
    void requestId() {
        List<String> written = new ArrayList<>();
        Logger ours = logger("text", new RequestIdHandler());
        Logger server = ours.getParent();
        Handler last = new Handler() {
            @Override
            public void publish(LogRecord logged) {
                written.add(new SimpleFormatter().formatMessage(logged));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        server.addHandler(last);
        try {
            Logger.getLogger(ours.getName() + ".deeper").log(Level.INFO, "before");
            LogContext.within("r-1", () -> {
                Logger.getLogger(ours.getName() + ".deeper").log(Level.INFO, "it''s {0}", "this");
                LogContext.within("r-2", () -> ours.log(Level.INFO, "request: {0}", ANSWERED));
                ours.log(Level.INFO, "again");
            });
        } finally {
            server.removeHandler(last);
        }
        assertThat(written)
                .containsExactly(
                        "before",
                        "[r-1] it's this",
                        "[r-2] request: account=a operation=listPatients method=GET status=200 millis=12",
                        "[r-1] again");
    }

    @Test
    @DisplayName("is one JSON object on one line, whatever stands in it, without the messages of exceptions")
    void json() throws Exception {
        var output = new ByteArrayOutputStream();
        Logger ours = logger("json", new JsonHandler(output));
        ours.setUseParentHandlers(false);
        LogContext.within("r-3", () -> {
            ours.log(Level.INFO, "request: {0}", ANSWERED);
            ours.log(Level.WARNING, "{0}", "a\r\n{\"level\": \"forged\"}\u2028");
            ours.log(Level.SEVERE, "broken", new IllegalStateException("Otieno"));
        });
        List<String> lines = output.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(3).noneMatch(line -> line.contains("Otieno"));
        List<JsonNode> objects = new ArrayList<>();
        for (String line : lines) {
            objects.add(new ObjectMapper().readTree(line));
        }
        assertThat(objects)
                .allSatisfy(
                        object -> assertThat(object.at("/requestId").asText()).isEqualTo("r-3"));
        assertThat(objects.get(0).at("/message").asText()).isEqualTo("request");
        assertThat(objects.get(0).at("/millis").asInt()).isEqualTo(12);
        assertThat(objects.get(1).at("/message").asText()).contains("\r\n");
        assertThat(objects.get(2).at("/trace").asText()).startsWith("java.lang.IllegalStateException\n");
    }

    private static Logger logger(String name, Handler handler) {
        Logger logger = Logger.getLogger("logging-test." + name);
        Logger parent = Logger.getLogger("logging-test");
        parent.setUseParentHandlers(false);
        logger.addHandler(handler);
        KEPT.add(parent);
        KEPT.add(logger);
        return logger;
    }

    /** Nobody else holds them. */
    private static final List<Logger> KEPT = new ArrayList<>();
}
