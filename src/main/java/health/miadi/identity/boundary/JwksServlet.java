package health.miadi.identity.boundary;

import health.miadi.identity.control.SigningKey;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Publishes the keys that verify access tokens, as a JWK set (RFC 7517). */
@WebServlet(name = "jwks", urlPatterns = "/.well-known/jwks.json")
public class JwksServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/jwk-set+json");
        response.setHeader("Cache-Control", "public, max-age=300");
        // by the stream: a writer would add a charset, which the type does not have
        response.getOutputStream()
                .write(SigningKey.configured()
                        .orElseThrow()
                        .publicKeys()
                        .toString()
                        .getBytes(StandardCharsets.UTF_8));
    }
}
