package health.miadi.frontend;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers every address of the front end with its one page, which looks at the address itself. */
@WebServlet(
        name = "shell",
        urlPatterns = {"", "/index.html", "/app", "/app/*"},
        loadOnStartup = 1)
public class ShellServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient FrontEndFiles files;

    /** The first visitor does not wait for the files to be read. */
    @Override
    public void init() {
        files.policy();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Content-Security-Policy", files.policy());
        response.addHeader("Vary", "Accept-Language");
        Delivery.send(request, response, files.page(request.getLocales()), Delivery.ASKED_AGAIN);
    }

    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) throws IOException {
        doGet(request, response);
    }
}
