package health.miadi.shared.logging;

import java.io.OutputStream;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Lines of requests that are written nowhere, for a measurement. */
public final class LoggedRequests {
    private static final AnsweredRequest BOOKED =
            new AnsweredRequest("01a2011c-4e5e-7274-8d16-e16b98df3ef5", "bookAppointment", "POST", 201, 24);

    private final Logger logger = Logger.getLogger("logged-requests");

    private LoggedRequests() {
        logger.setUseParentHandlers(false);
        logger.addHandler(new JsonHandler(OutputStream.nullOutputStream()));
    }

    /** Everything but the output. */
    public static LoggedRequests toNowhere() {
        return new LoggedRequests();
    }

    /** The line of a booking. */
    public void one() {
        LogContext.within("01a2011c-4e5e-7274-8d16-e16b98df3ef5", () -> logger.log(Level.INFO, "request: {0}", BOOKED));
    }
}
