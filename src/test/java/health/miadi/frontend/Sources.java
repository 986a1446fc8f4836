package health.miadi.frontend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The front end's files as they are written, by their path below {@code /assets/}, and the libraries as the build unpacked them. */
final class Sources {

    private static final Path BASE = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
    private static final Path WEBAPP = BASE.resolve("src/main/webapp");

    private Sources() {}

    /** The page. */
    static String page() {
        return read(WEBAPP.resolve("index.html"));
    }

    /** What this house wrote: the texts of the files whose names end like that. */
    static SortedMap<String, String> ending(String... endings) {
        SortedMap<String, String> sources = new TreeMap<>();
        collect(WEBAPP.resolve("assets"), sources);
        sources.keySet().removeIf(path -> Stream.of(endings).noneMatch(path::endsWith));
        return sources;
    }

    /** The scripts of the libraries, by the addresses that they are served at. */
    static Map<String, String> libraries() {
        SortedMap<String, String> unpacked = new TreeMap<>();
        collect(BASE.resolve("target/front-end-libraries/META-INF/resources/webjars"), unpacked);
        Map<String, String> libraries = new TreeMap<>();
        unpacked.forEach((path, text) -> libraries.put(Libraries.address(path), text));
        libraries.keySet().removeIf(path -> !path.endsWith(".js"));
        return libraries;
    }

    private static void collect(Path root, Map<String, String> sources) {
        try (Stream<Path> files = Files.walk(root)) {
            files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.(js|css|json|svg|html|md)$"))
                    .forEach(
                            file -> sources.put(root.relativize(file).toString().replace('\\', '/'), read(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
