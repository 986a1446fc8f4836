package health.miadi.frontend;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Answers {@code /assets/<name>/<path>} with a file of the front end, for ever, and {@code /assets/<path>} with the same file until it
 * is asked for again: the pages outside the front end do not know the name. A name of another build is not found.
 */
@WebServlet(name = "assets", urlPatterns = "/assets/*")
public class AssetServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient FrontEndFiles files;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = Optional.ofNullable(request.getPathInfo()).orElse("/").substring(1);
        String named = files.name() + '/';
        boolean lasting = path.startsWith(named);
        Optional<Asset> asset = files.find(lasting ? path.substring(named.length()) : path);
        if (asset.isPresent()) {
            Delivery.send(request, response, asset.get(), lasting ? Delivery.FOR_EVER : Delivery.ASKED_AGAIN);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) throws IOException {
        doGet(request, response);
    }
}
