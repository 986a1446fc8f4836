package health.miadi.shared.metrics;

import health.miadi.shared.net.Forwarding;
import health.miadi.shared.problem.ProblemErrorPage;
import health.miadi.shared.problem.ProblemType;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Objects;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Answers {@value #PATH} to those whom {@link MetricsAccess} lets in. Outside of the API, so that no limit of the API turns
 * away who wants to know why, and not {@code /metrics}, which is Payara's own.
 */
@WebServlet(name = "metrics", urlPatterns = MetricsServlet.PATH)
public class MetricsServlet extends HttpServlet {
    /** Where they are read. */
    public static final String PATH = "/operator/metrics";

    private static final long serialVersionUID = 1L;

    private final transient MetricsAccess access = MetricsAccess.of(ConfigProvider.getConfig());

    @Override
    public void init() {
        Metrics.runInServer(ConfigProvider.getConfig()
                .getOptionalValue("miadi.version", String.class)
                .orElse("unknown"));
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String authorization = Objects.toString(request.getHeader("Authorization"), "");
        switch (access.judge(request.getRemoteAddr(), Forwarding.isForwarded(request), authorization)) {
            case OPEN -> write(response);
            case NO_TOKEN -> ProblemErrorPage.write(response, ProblemType.UNAUTHENTICATED, PATH);
            case UNSEEN -> ProblemErrorPage.write(response, ProblemType.NOT_FOUND, PATH);
        }
    }

    private static void write(HttpServletResponse response) throws IOException {
        var text = new ByteArrayOutputStream();
        Metrics.write(text);
        response.setContentType(Metrics.CONTENT_TYPE);
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(text.size());
        text.writeTo(response.getOutputStream());
    }
}
