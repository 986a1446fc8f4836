package health.miadi.testing.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import health.miadi.testing.server.BuildOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The one browser process of a test run, started for the first test that needs it.
 *
 * <p>Playwright's objects belong to the thread that made them, which is the one that JUnit runs all tests in.
 */
final class SuiteBrowser implements AutoCloseable {
    private final Playwright playwright;
    private final Browser browser;

    private SuiteBrowser(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static SuiteBrowser launch() {
        Path program = Chromium.find(System.getenv())
                .orElseThrow(() -> new IllegalStateException("there is no browser on this machine"));
        try {
            // it unpacks 140 MB, which a killed run would leave behind in the system's directory
            Path driver = Files.createDirectories(BuildOutput.ofThisJvm("browser-driver"));
            System.setProperty("playwright.driver.tmpdir", driver.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var skipDownload = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(skipDownload));
        return new SuiteBrowser(playwright, playwright.chromium().launch(Chromium.options(program)));
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
