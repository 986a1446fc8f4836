package health.miadi.shared.http;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Objects;

/**
 * Serves the OpenAPI document as the build made it, as YAML or, to whoever asks for JSON, as JSON.
 *
 * <p>Payara's own endpoint stands before it and serves the same; on WildFly, whose endpoint drops {@code required} from
 * request bodies, that one is switched off.
 */
@WebServlet(name = "openapi", urlPatterns = "/openapi")
public class OpenApiServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean json = wantsJson(request);
        response.setContentType(json ? "application/json" : "application/yaml");
        response.setCharacterEncoding("UTF-8");
        String file = json ? "/META-INF/openapi.json" : "/META-INF/openapi.yaml";
        try (InputStream document = Objects.requireNonNull(OpenApiServlet.class.getResourceAsStream(file))) {
            document.transferTo(response.getOutputStream());
        }
    }

    private static boolean wantsJson(HttpServletRequest request) {
        String format = request.getParameter("format");
        return format == null
                ? Objects.toString(request.getHeader("Accept"), "").contains("application/json")
                : format.toLowerCase(Locale.ROOT).equals("json");
    }
}
