package health.miadi.console.shell;

import java.io.PrintWriter;
import java.util.Optional;
import org.jline.terminal.Terminal;

/** A terminal with a person before it. What a command prints is collected and shown page by page when it is long. */
final class TerminalScreen implements Screen {
    private final Terminal terminal;
    private final Questions questions;
    private final Paint paint;
    private final StringBuilder collected = new StringBuilder();

    TerminalScreen(Terminal terminal, Questions questions, Paint paint) {
        this.terminal = terminal;
        this.questions = questions;
        this.paint = paint;
    }

    @Override
    public void print(CharSequence text) {
        collected.append(text);
    }

    @Override
    public void error(String message) {
        flush();
        say(paint.error(message));
    }

    @Override
    public void hint(String message) {
        flush();
        say(paint.quiet(message));
    }

    @Override
    public void flush() {
        String text = collected.toString();
        collected.setLength(0);
        new Pager(terminal).show(text);
    }

    @Override
    public int width() {
        return terminal.getWidth() > 0 ? terminal.getWidth() : Integer.MAX_VALUE;
    }

    @Override
    public Paint paint() {
        return paint;
    }

    @Override
    public Optional<Questions> person() {
        return Optional.of(questions);
    }

    private void say(String line) {
        PrintWriter writer = terminal.writer();
        writer.println(line);
        writer.flush();
    }
}
