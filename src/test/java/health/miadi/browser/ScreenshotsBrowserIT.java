package health.miadi.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import health.miadi.browser.SampleServer.Who;
import health.miadi.testing.Login;
import health.miadi.testing.browser.InBrowser;
import health.miadi.testing.browser.Screen;
import health.miadi.testing.browser.Screens;
import health.miadi.testing.browser.Viewport;
import health.miadi.testing.server.BuildOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pictures in {@code docs/screenshots} show the pages as they are: of each page of {@link Shot#ALL} there are two, in the right size, and
 * the page still has the headings, labels and columns that it had when they were taken.
 *
 * <p>A desk is in light and a phone in dark colours: both are shown, and half of the bytes. New ones are in {@code target/browser/screenshots} after
 * every run; {@code -Dmiadi.screenshots=write} puts them into the documentation.
 */
@InBrowser
@Tag("payara-only")
class ScreenshotsBrowserIT {
    private static final Path KEPT = BuildOutput.path("../docs/screenshots").normalize();
    private static final String OUTLINES = "outlines.txt";
    private static final int MOST_BYTES = 200_000;
    private static final int MOST_BYTES_TOGETHER = 1_500_000;

    @TempDir
    Path directory;

    @Test
    void theDocumentationShowsThePagesAsTheyAre(Screens screens) throws IOException {
        Path taken = Files.createDirectories(BuildOutput.path("browser/screenshots"));
        Map<String, String> outlines = new TreeMap<>();
        Map<String, Viewport> pictures = new TreeMap<>();
        try (SampleServer server = SampleServer.start(directory)) {
            for (Viewport viewport : Viewport.values()) {
                String size = viewport == Viewport.DESK ? "desk" : "phone";
                Screens sized =
                        screens.at(server.address()).in("Africa/Nairobi").on(viewport);
                take(viewport == Viewport.DESK ? sized : sized.dark(), taken, "-" + size, outlines);
                Shot.ALL.forEach(shot -> pictures.put(shot.name() + "-" + size + ".png", viewport));
            }
        }
        String outline = String.join("\n", outlines.values());
        if (System.getProperty("miadi.screenshots", "").equals("write")) {
            write(taken, pictures.keySet(), outline);
        }
        assertThat(filesKept()).as("pictures in " + KEPT).isEqualTo(pictures.keySet());
        long bytes = 0;
        for (var picture : pictures.entrySet()) {
            bytes += check(KEPT.resolve(picture.getKey()), picture.getValue());
        }
        assertThat(bytes).as("all pictures").isLessThan(MOST_BYTES_TOGETHER);
        assertThat(outline)
                .as(
                        "pages that changed since their pictures were taken: look at target/browser/screenshots, then run this test with"
                                + " -Dmiadi.screenshots=write")
                .isEqualTo(Files.readString(KEPT.resolve(OUTLINES)));
    }

    private static void take(Screens screens, Path taken, String suffix, Map<String, String> outlines) {
        Map<Who, Screen> people = new EnumMap<>(Who.class);
        for (Shot shot : Shot.ALL) {
            Screen screen = people.computeIfAbsent(shot.who(), who -> signedIn(screens.open(), who));
            screen.open(shot.path()).settle();
            screen.page()
                    .screenshot(new Page.ScreenshotOptions().setPath(taken.resolve(shot.name() + suffix + ".png")));
            outlines.putIfAbsent(shot.name(), Outline.of(shot.name() + " " + shot.path(), screen));
        }
    }

    private static Screen signedIn(Screen screen, Who who) {
        Login login = SampleServer.login(who);
        return login == null ? screen : screen.signIn(login);
    }

    private static void write(Path taken, Set<String> pictures, String outline) throws IOException {
        Files.createDirectories(KEPT);
        for (String gone : filesKept()) {
            Files.delete(KEPT.resolve(gone));
        }
        for (String picture : pictures) {
            Files.copy(taken.resolve(picture), KEPT.resolve(picture));
        }
        Files.writeString(KEPT.resolve(OUTLINES), outline);
    }

    private static Set<String> filesKept() throws IOException {
        Set<String> names = new TreeSet<>();
        if (Files.exists(KEPT)) {
            try (Stream<Path> files = Files.list(KEPT)) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".png"))
                        .forEach(names::add);
            }
        }
        return names;
    }

    /** Answers its size in bytes. */
    private static long check(Path picture, Viewport viewport) throws IOException {
        var image = ImageIO.read(picture.toFile());
        assertThat(image.getWidth()).as(picture.toString()).isEqualTo(viewport.width());
        assertThat(image.getHeight()).as(picture.toString()).isEqualTo(viewport.height());
        assertThat(Files.size(picture)).as(picture.toString()).isLessThan(MOST_BYTES);
        return Files.size(picture);
    }
}
