package health.miadi.shared.logging;

import java.util.logging.Handler;
import java.util.logging.LogRecord;

/** Puts the request's id before each message that is logged for it; writing is what the server's own handlers do afterwards. */
final class RequestIdHandler extends Handler {
    @Override
    public void publish(LogRecord logged) {
        String id = LogContext.id();
        if (id != null && logged.getMessage() != null) {
            // an id has no character that a pattern of messages knows (RequestId)
            logged.setMessage("[" + id + "] " + logged.getMessage());
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
