package health.miadi.console.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.pty4j.PtyProcess;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A console at a pseudo-terminal: a test types, and sees what a person would see. */
final class TypedConsole implements AutoCloseable {
    static final String PROMPT = "(HMS $) ";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final PtyProcess process;
    private final StringBuffer screen = new StringBuffer();
    private int seen;

    TypedConsole(PtyProcess process) {
        this.process = process;
        Thread reader = new Thread(this::read, "terminal");
        reader.setDaemon(true);
        reader.start();
    }

    private void read() {
        byte[] bytes = new byte[4096];
        try (InputStream in = process.getInputStream()) {
            for (int length = in.read(bytes); length >= 0; length = in.read(bytes)) {
                screen.append(new String(bytes, 0, length, StandardCharsets.UTF_8));
            }
        } catch (IOException ended) {
            // The terminal went with its process.
        }
    }

    /** Types, without Enter. */
    TypedConsole type(String keys) throws IOException {
        process.getOutputStream().write(keys.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
        return this;
    }

    /** Types a line, and Enter. */
    TypedConsole enter(String line) throws IOException {
        return type(line + "\r");
    }

    /** Waits until that appears after what was waited for before, and gives what came up to its end, without colours. */
    String see(String text) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(plain(screen.substring(seen))).contains(text));
        String raw = screen.substring(seen);
        int end = raw.length();
        while (end > 0 && plain(raw.substring(0, end - 1)).contains(text)) {
            end--;
        }
        seen += end;
        return plain(raw.substring(0, end));
    }

    /** All that has appeared, colours and cursor movements included. */
    String everything() {
        return screen.toString();
    }

    /** Waits until it ends. */
    int exitCode() throws InterruptedException {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private static String plain(String text) {
        return text.replaceAll("\u001b\\[[0-9;?]*[a-zA-Z]|\u001b[=>]|\u001b\\][^\u0007]*\u0007", "")
                .replace("\r", "");
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
