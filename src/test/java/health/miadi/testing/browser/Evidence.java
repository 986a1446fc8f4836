package health.miadi.testing.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Tracing;
import health.miadi.testing.server.BuildOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What is kept of a failed test, below {@code target/browser}: for each screen a picture and the page as it was; with {@code
 * -Dmiadi.browser.traces=true}, which costs every page time, Playwright's trace as well ({@code npx playwright show-trace}).
 */
final class Evidence {
    private final Path directory;
    private int screens;

    Evidence(Class<?> test, String name) {
        String server = System.getProperty("miadi.testing.server", "payara");
        directory = BuildOutput.path("browser")
                .resolve(server)
                .resolve(test.getSimpleName())
                .resolve(name.replaceFirst("\\(.*", "").replaceAll("[^A-Za-z0-9]+", "-"));
    }

    static boolean isTraced() {
        return Boolean.getBoolean("miadi.browser.traces");
    }

    Path directory() {
        return directory;
    }

    /** Keeps one more; a screen that cannot be pictured any more must not hide why the test failed. */
    void keep(Screen screen) {
        String name = "screen-" + ++screens;
        Page page = screen.page();
        try {
            Files.createDirectories(directory);
            page.screenshot(new Page.ScreenshotOptions().setPath(directory.resolve(name + ".png")));
            Files.writeString(directory.resolve(name + ".html"), page.url() + "\n" + page.content());
            if (isTraced()) {
                page.context()
                        .tracing()
                        .stop(new Tracing.StopOptions().setPath(directory.resolve(name + "-trace.zip")));
            }
        } catch (PlaywrightException e) {
            System.out.println("No evidence of " + name + " in " + directory + ": " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
