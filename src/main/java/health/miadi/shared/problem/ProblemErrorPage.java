package health.miadi.shared.problem;

import health.miadi.shared.http.Json;
import health.miadi.shared.http.RequestId;
import health.miadi.shared.logging.LogContext;
import health.miadi.shared.metrics.Metrics;
import health.miadi.shared.refusal.Traces;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The error page of the whole application: what the server refuses on its own is answered as a problem too. */
@WebServlet(name = "problem-error-page", urlPatterns = ProblemErrorPage.PATH)
public class ProblemErrorPage extends HttpServlet {
    /** Where {@code web.xml} sends errors. */
    public static final String PATH = "/problem-error-page";

    /** Where a request has the type that it was refused for, where a server would ask here again with the status alone. */
    private static final String REFUSED_FOR = ProblemErrorPage.class.getName() + ".type";

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(ProblemErrorPage.class.getName());
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE");

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        ProblemType type = request.getAttribute(REFUSED_FOR) instanceof ProblemType refused
                ? refused
                : status instanceof Integer code ? ProblemType.ofStatus(code) : ProblemType.NOT_FOUND;
        if (type == ProblemType.INTERNAL) {
            log(request, status);
        }
        try {
            write(response, type, Objects.toString(path, request.getRequestURI()));
        } catch (IOException gone) {
            // whoever closed the connection hears nothing, and the server's log has no trace of each
        }
    }

    private static void log(HttpServletRequest request, Object status) {
        Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        Object[] what = {
            status, method(request), thrown instanceof Throwable cause ? Traces.withoutMessages(cause) : "no exception"
        };
        LogContext.within(RequestId.of(request), () -> LOG.log(Level.SEVERE, "{0} at {1}: {2}", what));
    }

    /** One of those that there are: of anything else a client chooses what the log would say. */
    private static String method(HttpServletRequest request) {
        return METHODS.contains(request.getMethod()) ? request.getMethod() : "other";
    }

    /**
     * Refuses a request before any filter: the type is the answer's, whether the server sends what is written here or its status
     * as an error of its own, as WildFly does.
     */
    public static void refuse(HttpServletRequest request, HttpServletResponse response, ProblemType type)
            throws IOException {
        request.setAttribute(REFUSED_FOR, type);
        write(response, type, request.getRequestURI());
    }

    /** Writes a problem that has no more to say than its type. */
    public static void write(HttpServletResponse response, ProblemType type, String instance) throws IOException {
        Metrics.refused(type.slug(), null);
        response.setStatus(type.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        if (type == ProblemType.UNAUTHENTICATED) {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"miadi\"");
        }
        if (type == ProblemType.METHOD_NOT_ALLOWED && !response.containsHeader("Allow")) {
            // resources name theirs; whatever else there is can only be read
            response.setHeader("Allow", "GET, HEAD, OPTIONS");
        }
        if (type == ProblemType.UNAVAILABLE) {
            response.setHeader("Retry-After", "1");
        }
        // The stream stays open: a server that wants to send the status as an error of its own still can, and asks
        // here.
        response.getOutputStream().write(Json.mapper().writeValueAsBytes(Problem.of(type, instance)));
    }
}
