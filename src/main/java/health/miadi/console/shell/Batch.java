package health.miadi.console.shell;

import health.miadi.console.shell.Interpreter.Outcome;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.stream.Stream;

/** Does the commands of a script, one after the other; one that is refused does not stop the next ones. */
final class Batch {
    private final Session session;

    Batch(Storages storages, Screen screen, OutputFormat format) {
        this.session = new Session(storages, screen, format);
    }

    /** On the streams of the process; written so that a broken pipe is noticed. */
    static Batch standard(Storages storages, OutputFormat format) {
        return new Batch(storages, new BatchScreen(writer(FileDescriptor.out), writer(FileDescriptor.err)), format);
    }

    private static Writer writer(FileDescriptor descriptor) {
        return new BufferedWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8));
    }

    /**
     * Does them.
     *
     * @return the exit code
     */
    int run(Stream<String> lines) {
        var interpreter = new Interpreter(new Commands(), session);
        Outcome worst = Outcome.DONE;
        for (Iterator<String> rest = lines.iterator(); rest.hasNext() && !session.isOver(); ) {
            worst = worst.worse(interpreter.execute(rest.next()));
        }
        return worst.exitCode();
    }
}
