package health.miadi.testing.browser;

import com.microsoft.playwright.BrowserType.LaunchOptions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Where this machine's Chromium is, and how it is started. */
final class Chromium {
    /** Names on the {@code PATH}, the best first. */
    private static final List<String> PROGRAMS = List.of("chromium", "chromium-browser", "google-chrome");

    /** No traffic of the browser's own, and nothing that a test does not need; Playwright adds more of the kind. */
    private static final List<String> ARGUMENTS = List.of(
            "--disable-gpu",
            "--disable-quic",
            "--disable-sync",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-domain-reliability",
            "--no-first-run",
            "--no-pings",
            "--disable-features=" + String.join(",", switchedOff()),
            // whatever a page wants, no test leaves the machine
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost");

    private Chromium() {}

    /**
     * Parts of the browser that cost every window of a test a process or more: the two pages of its address bar, and a spare
     * renderer. The last list that a browser is given counts alone, so Playwright's own follows here.
     */
    private static List<String> switchedOff() {
        return List.of(
                "WebUIOmniboxPopup",
                "WebUIOmniboxAimPopup",
                "SpareRendererForSitePerProcess",
                "AutoDeElevate",
                "AvoidUnnecessaryBeforeUnloadCheckSync",
                "BlockOriginHeaderModificationOnRedirect",
                "BoundaryEventDispatchTracksNodeRemoval",
                "DestroyProfileOnBrowserClose",
                "DialMediaRouteProvider",
                "GlobalMediaControls",
                "HttpsUpgrades",
                "LensOverlay",
                "MediaRouter",
                "OptimizationHints",
                "PaintHolding",
                "ThirdPartyStoragePartitioning",
                "Translate");
    }

    /** The browser that the variable {@code CHROME_BIN} names, or the first one on the {@code PATH}. */
    static Optional<Path> find(Map<String, String> environment) {
        Stream<Path> named = Stream.ofNullable(environment.get("CHROME_BIN"))
                .filter(name -> !name.isBlank())
                .map(Path::of);
        String path = environment.getOrDefault("PATH", "");
        Stream<Path> found = PROGRAMS.stream().flatMap(program -> Stream.of(path.split(File.pathSeparator))
                .filter(directory -> !directory.isBlank())
                .map(directory -> Path.of(directory, program)));
        return Stream.concat(named, found).filter(Files::isExecutable).findFirst();
    }

    /** How it is started. As root Chromium has no sandbox: it refuses to start with one. */
    static LaunchOptions options(Path program) {
        boolean root = System.getProperty("user.name").equals("root");
        return new LaunchOptions()
                .setExecutablePath(program)
                .setHeadless(true)
                .setChromiumSandbox(!root)
                .setArgs(ARGUMENTS);
    }
}
