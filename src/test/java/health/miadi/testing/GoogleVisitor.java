package health.miadi.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * A browser on its way to the OpenID provider and back: it keeps the one cookie, and goes where it is sent when the test
 * says so.
 */
public final class GoogleVisitor {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Api api;
    private final String cookie;
    private final URI provider;

    private GoogleVisitor(Api api, Answer departure, String location) {
        this.api = api;
        this.cookie = departure.header("Set-Cookie").orElseThrow().split(";", 2)[0];
        this.provider = URI.create(location);
    }

    /** Begins to sign in. */
    public static GoogleVisitor of(Api api) {
        return of(api, "");
    }

    /** Begins to sign in, with a query such as {@code ?redirect=/}. */
    public static GoogleVisitor of(Api api, String query) {
        Answer departure = api.get("/auth/google" + query).expect(303);
        return new GoogleVisitor(api, departure, departure.header("Location").orElseThrow());
    }

    /** Begins to link Google to the account of whoever that API is. */
    public static GoogleVisitor linking(Api signedIn, Api browser) {
        return linking(signedIn, Json.object(), browser);
    }

    /** The same with a proof of who asks (R-AUTH-17). */
    public static GoogleVisitor linking(Api signedIn, ObjectNode proof, Api browser) {
        Answer departure = signedIn.post("/auth/google/link", proof).expect(200);
        return new GoogleVisitor(browser, departure, departure.at("/location"));
    }

    /** Somebody's claims, verified e-mail included. */
    public static ObjectNode claims(String email, String givenName, String familyName) {
        return Json.object("email", email, "given_name", givenName, "family_name", familyName)
                .put("email_verified", true);
    }

    /** The provider's page where the visitor stands. */
    public URI provider() {
        return provider;
    }

    /** The visitor's cookie, {@code name=value}. */
    public String cookie() {
        return cookie;
    }

    /** The value of {@code state} that the visitor brings along. */
    public String state() {
        return provider.getRawQuery().replaceFirst(".*\\bstate=([^&]*).*", "$1");
    }

    /**
     * Signs in at the provider.
     *
     * @return where the provider sends the visitor back to: path and query, below {@code /api/v1}
     */
    public String agree(String subject, ObjectNode claims) {
        String form = "username=" + encoded(subject) + "&claims=" + encoded(claims.toString());
        HttpRequest request = HttpRequest.newBuilder(provider)
                .timeout(Duration.ofMinutes(1))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        try {
            URI back = URI.create(HTTP.send(request, BodyHandlers.ofString())
                    .headers()
                    .firstValue("Location")
                    .orElseThrow());
            return back.getRawPath().replaceFirst("^/api/v1", "") + "?" + back.getRawQuery();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Comes back as a program that asks for tokens. */
    public Answer comeBack(String address) {
        return api.with("Cookie", cookie).with("Accept", "application/json").get(address);
    }

    /** Comes back as a browser. */
    public Answer comeBackToPage(String address) {
        return api.with("Cookie", cookie)
                .with("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .get(address);
    }

    /** Signs in at the provider and comes back for tokens. */
    public Answer signIn(String subject, ObjectNode claims) {
        return comeBack(agree(subject, claims));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
