package health.miadi.console.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Optional;

/** The two streams of a script: outcomes on one, errors on the other, plain text in UTF-8. */
final class BatchScreen implements Screen {
    private final Writer out;
    private final Writer err;

    BatchScreen(Writer out, Writer err) {
        this.out = out;
        this.err = err;
    }

    /**
     * {@inheritDoc}
     *
     * @throws BrokenPipeException when nobody reads any more
     */
    @Override
    public void print(CharSequence text) {
        try {
            out.append(text);
        } catch (IOException gone) {
            throw new BrokenPipeException(gone);
        }
    }

    @Override
    public void error(String message) {
        flush();
        try {
            err.write(message + "\n");
            err.flush();
        } catch (IOException gone) {
            // Nobody listens to errors: the exit code says it.
        }
    }

    @Override
    public void hint(String message) {}

    @Override
    public void flush() {
        try {
            out.flush();
        } catch (IOException gone) {
            throw new BrokenPipeException(gone);
        }
    }

    @Override
    public int width() {
        return Integer.MAX_VALUE;
    }

    @Override
    public Paint paint() {
        return Paint.NONE;
    }

    @Override
    public Optional<Questions> person() {
        return Optional.empty();
    }

    /** The program that read the outcomes has ended: {@code console -c all | head -1}. */
    static final class BrokenPipeException extends UncheckedIOException {
        private static final long serialVersionUID = 1L;

        BrokenPipeException(IOException cause) {
            super(cause);
        }
    }
}
