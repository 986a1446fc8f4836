package health.miadi.testing.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.WebError;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Everything that went wrong on a screen while a test looked elsewhere, and what the test said would. */
final class Watch {
    private static final Set<String> LOUD = Set.of("error", "warning", "assert");

    private static final Set<String> LOCAL = Set.of("data:", "blob:", "about:");

    /** What Chromium itself writes about every refusal and every failed request; these are judged as such. */
    private static final String ABOUT_ANSWERS = "Failed to load resource: ";

    /** The page gave up a request itself, or was left. */
    private static final String GIVEN_UP = "net::ERR_ABORTED";

    private static final String WITHOUT_NETWORK = "net::ERR_INTERNET_DISCONNECTED";

    /** A violation is told wherever Chromium's own words about it go. */
    private static final String TELL_VIOLATIONS = """
            document.addEventListener('securitypolicyviolation', (violation) => console.error(
              `content security policy: ${violation.effectiveDirective} forbids ${violation.blockedURI}`
              + ` (${violation.sourceFile}:${violation.lineNumber} ${violation.sample})`));
            """;

    /** What the page itself awaits: an answer has arrived in the browser before the page has read it, and asks for the next thing. */
    private static final String COUNT_AWAITED = """
            (() => {
              let awaited = 0;
              const counted = (promise) => {
                awaited += 1;
                const over = () => (awaited -= 1);
                promise.then(over, over);
                return promise;
              };
              const { fetch } = globalThis;
              globalThis.fetch = (...request) => counted(fetch(...request));
              for (const read of ['json', 'text', 'blob', 'arrayBuffer']) {
                const reading = Response.prototype[read];
                Response.prototype[read] = function () {
                  return counted(reading.call(this));
                };
              }
              globalThis.miadiAwaited = () => awaited;
            })();
            """;

    private final URI server;
    private final List<String> complaints = new ArrayList<>();
    private final List<Expected> expected = new ArrayList<>();
    private final Set<Request> underWay = new HashSet<>();
    private final Set<String> elsewhere = new HashSet<>();
    private boolean networkWasOff;

    /** One kind of thing that a test said would go wrong, and whether it did. */
    private static final class Expected {
        private final String start;
        private final String part;
        private boolean met;

        Expected(String start, String part) {
            this.start = start;
            this.part = part;
        }

        boolean fits(String complaint) {
            return complaint.startsWith(start) && complaint.contains(part);
        }
    }

    private Watch(URI server) {
        this.server = server;
    }

    static Watch over(BrowserContext context, URI server) {
        var watch = new Watch(server);
        context.addInitScript(TELL_VIOLATIONS);
        context.addInitScript(COUNT_AWAITED);
        context.onConsoleMessage(watch::onConsole);
        context.onWebError(watch::onError);
        context.onRequest(watch::onRequest);
        context.onRequestFailed(watch::onFailure);
        context.onResponse(watch::onResponse);
        context.onRequestFinished(watch.underWay::remove);
        return watch;
    }

    /** Whether no answer is awaited; a stream of events, which never ends, is none. */
    boolean isQuiet() {
        return underWay.isEmpty();
    }

    void expectAnswer(int status, String part) {
        expected.add(new Expected("answer " + status + " ", part));
    }

    void expectConsole(String part) {
        expected.add(new Expected("console ", part));
    }

    void expectLost(String part) {
        expected.add(new Expected("lost ", part));
    }

    /** Another origin, {@code http://127.0.0.1:1234}, whose pages a person is sent to; what those do is not ours. */
    void leadsTo(String origin) {
        elsewhere.add(origin);
    }

    /** Whether it goes there, or a page that came from there asked for it. */
    private boolean isElsewhere(Request request) {
        return isElsewhere(request.url())
                || (!request.isNavigationRequest()
                        && isElsewhere(request.frame().url()));
    }

    private boolean isElsewhere(String url) {
        return elsewhere.stream().anyMatch(origin -> url.startsWith(origin + "/"));
    }

    void networkGoesOff() {
        networkWasOff = true;
    }

    /** What nobody expected, and what was expected and did not come. */
    List<String> complaints() {
        List<String> all = new ArrayList<>(complaints);
        expected.stream()
                .filter(each -> !each.met)
                .forEach(each -> all.add("expected and not met: " + each.start + "…" + each.part));
        return all;
    }

    private void onConsole(ConsoleMessage message) {
        if (LOUD.contains(message.type()) && !message.text().startsWith(ABOUT_ANSWERS)) {
            complain("console " + message.type() + ": " + message.text() + " (" + message.location() + ")");
        }
    }

    private void onError(WebError error) {
        complain("console uncaught: " + error.error());
    }

    private void onRequest(Request request) {
        underWay.add(request);
        boolean known = isElsewhere(request) || LOCAL.stream().anyMatch(request.url()::startsWith);
        if (!known && !request.url().startsWith(server + "/")) {
            complain("another host: " + request.method() + " " + request.url());
        }
    }

    private void onFailure(Request request) {
        underWay.remove(request);
        String failure = request.failure();
        if (!isElsewhere(request) && !failure.equals(GIVEN_UP) && !(networkWasOff && failure.equals(WITHOUT_NETWORK))) {
            complain("lost " + request.method() + " " + request.url() + ": " + failure);
        }
    }

    private void onResponse(Response response) {
        if (response.request().isNavigationRequest()) {
            // another document comes: of what the former one had asked for nothing is heard any more
            underWay.retainAll(Set.of(response.request()));
        }
        if (response.headers().getOrDefault("content-type", "").startsWith("text/event-stream")) {
            underWay.remove(response.request());
        }
        if (response.status() >= 400 && !isElsewhere(response.request())) {
            complain("answer " + response.status() + " to " + response.request().method() + " " + response.url());
        }
    }

    private void complain(String complaint) {
        List<Expected> fitting =
                expected.stream().filter(each -> each.fits(complaint)).toList();
        fitting.forEach(each -> each.met = true);
        if (fitting.isEmpty()) {
            complaints.add(complaint);
        }
    }
}
