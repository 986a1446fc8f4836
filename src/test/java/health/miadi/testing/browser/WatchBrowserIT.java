package health.miadi.testing.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** A test that drives a browser cannot pass over what goes wrong in it: each of these samples looks at nothing, and fails. */
@InBrowser
class WatchBrowserIT {
    private static final Map<String, String> PAGES = Map.of(
            "/quiet", "<h1>Nothing is wrong here</h1>",
            "/writes", "<script>console.error('the page is worried')</script>",
            "/throws", "<script>nobodyMadeThis()</script>",
            "/foreign", "<img src='http://localhost:1/picture.png' alt=''>",
            "/missing", "<img src='/nowhere.png' alt=''>",
            "/inline", "<p style='color: red'>Red</p>",
            "/unlabelled", "<html lang='en'><title>Bad</title><main><h1>Bad</h1><input></main></html>");

    private static final HttpServer SERVER = serve();

    private static HttpServer serve() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                String path = exchange.getRequestURI().getPath();
                byte[] page = PAGES.getOrDefault(path, "").getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
                if (path.equals("/inline")) {
                    exchange.getResponseHeaders().set("Content-Security-Policy", "style-src 'self'");
                }
                exchange.sendResponseHeaders(page.length == 0 ? 404 : 200, page.length == 0 ? -1 : page.length);
                exchange.getResponseBody().write(page);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the test below runs; failsafe does not find nested classes by itself. */
    @InBrowser
    static class Samples {
        private static Screen open(Screens screens, String path) {
            return screens.at(
                            URI.create("http://127.0.0.1:" + SERVER.getAddress().getPort()))
                    .open()
                    .open(path);
        }

        @Test
        void quiet(Screens screens) {
            open(screens, "/quiet");
        }

        @Test
        void writes(Screens screens) {
            open(screens, "/writes");
        }

        @Test
        void throwsAnError(Screens screens) {
            open(screens, "/throws");
        }

        @Test
        void asksAnotherHost(Screens screens) {
            open(screens, "/foreign");
        }

        @Test
        void isRefused(Screens screens) {
            open(screens, "/missing");
        }

        @Test
        void breaksThePolicy(Screens screens) {
            open(screens, "/inline");
        }

        @Test
        void losesTheNetwork(Screens screens) {
            Screen screen = open(screens, "/quiet");
            screen.page().context().setOffline(true);
            screen.page().evaluate("fetch('/quiet').catch(() => 0)");
        }

        @Test
        void announces(Screens screens) {
            Screen screen =
                    open(screens, "/quiet").expectAnswer(404, "/nowhere.png").expectConsole("the page is worried");
            screen.open("/missing").open("/writes").goOffline();
            screen.page().evaluate("fetch('/quiet').catch(() => 0)");
        }

        @Test
        void announcesWhatDoesNotCome(Screens screens) {
            open(screens, "/quiet").expectAnswer(409, "/quiet");
        }

        @Test
        void hasNoLabel(Screens screens) {
            Axe.check(open(screens, "/unlabelled"));
        }
    }

    @Test
    void whatGoesWrongUnseenFailsTheTestThatMetIt() {
        Map<String, String> failures = run(Samples.class);

        assertThat(failures)
                .hasSize(8)
                .hasEntrySatisfying("writes", says("console error: the page is worried"))
                .hasEntrySatisfying("throwsAnError", says("nobodyMadeThis is not defined"))
                .hasEntrySatisfying("asksAnotherHost", says("another host: GET http://localhost:1/picture.png"))
                .hasEntrySatisfying("isRefused", says("answer 404 to GET"))
                .hasEntrySatisfying("breaksThePolicy", says("content security policy: style-src-attr forbids inline"))
                .hasEntrySatisfying("losesTheNetwork", says("net::ERR_INTERNET_DISCONNECTED"))
                .hasEntrySatisfying("announcesWhatDoesNotCome", says("expected and not met: answer 409"))
                .hasEntrySatisfying("hasNoLabel", says("label: Form elements must have labels"));
    }

    private static java.util.function.Consumer<String> says(String part) {
        return message -> assertThat(message).contains(part);
    }

    /** The failed tests of that class, by name, with what they failed with. */
    private static Map<String, String> run(Class<?> samples) {
        Map<String, String> failures = new HashMap<>();
        var listener = new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                result.getThrowable()
                        .ifPresent(failure ->
                                failures.put(test.getDisplayName().replaceFirst("\\(.*", ""), failure.toString()));
            }
        };
        // a session of its own, the end of which must not stop the suite's server
        LauncherConfig config = LauncherConfig.builder()
                .enableLauncherSessionListenerAutoRegistration(false)
                .build();
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(samples))
                .build();
        LauncherFactory.create(config).execute(request, listener);
        return failures;
    }
}
