package health.miadi.shared.problem;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;

/** What the log and a broken connection have of a request that the server could not answer. */
class ProblemErrorPageTest {
    private static <T> T answering(Class<T> type, Function<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                ProblemErrorPageTest.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, given) -> {
                    Object answer = answers.apply(
                            given != null
                                            && given.length == 1
                                            && method.getName().equals("getAttribute")
                                    ? "@" + given[0]
                                    : method.getName());
                    if (answer instanceof IOException thrown) {
                        throw thrown;
                    }
                    return answer;
                }));
    }

    /** A method is any text to a server that lost the thread of a connection: it would write lines of its own. */
    @Test
    void aClientWritesNoLineOfTheLogAndLeavesNoTraceWhenItIsGone() throws IOException {
        List<String> lines = new ArrayList<>();
        Handler listening = new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(new SimpleFormatter().formatMessage(line));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger(ProblemErrorPage.class.getName());
        logger.addHandler(listening);
        try {
            HttpServletRequest request = answering(HttpServletRequest.class, name -> switch (name) {
                case "getMethod" -> "0\r\n\r\nGET";
                case "getRequestURI" -> "/";
                case "@" + RequestDispatcher.ERROR_STATUS_CODE -> 500;
                default -> null;
            });
            HttpServletResponse gone = answering(HttpServletResponse.class, name -> switch (name) {
                case "getOutputStream" -> new IOException("Connection is closed");
                case "containsHeader" -> false;
                default -> null;
            });
            new ProblemErrorPage().service(request, gone);
        } finally {
            logger.removeHandler(listening);
        }
        assertThat(lines).containsExactly("500 at other: no exception");
    }
}
