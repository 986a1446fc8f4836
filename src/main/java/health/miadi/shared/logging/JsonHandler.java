package health.miadi.shared.logging;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.util.logging.LogRecord;
import java.util.logging.StreamHandler;

/** Writes each record at once, to the process's own standard output: {@code System.out} may lead into the server's log. */
final class JsonHandler extends StreamHandler {
    JsonHandler() {
        this(new FileOutputStream(FileDescriptor.out));
    }

    JsonHandler(OutputStream output) {
        super(output, new JsonFormatter());
    }

    @Override
    public synchronized void publish(LogRecord logged) {
        super.publish(logged);
        flush();
    }

    /** The output is not its own. */
    @Override
    public synchronized void close() {
        flush();
    }
}
