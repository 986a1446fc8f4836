package health.miadi.frontend;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** All files of the front end, read from the WAR and compressed once; they take a few megabytes. */
@ApplicationScoped
public class FrontEndFiles {
    /** Where a browser begins. */
    static final String FIRST_MODULE = "main.js";

    private static final String PAGE = "/index.html";

    @Inject
    ServletContext application;

    private final Map<String, Asset> assets = new LinkedHashMap<>();
    private String name = "";
    private String policy = "";
    private final SortedMap<String, Asset> pages = new TreeMap<>();

    @PostConstruct
    void read() {
        SortedMap<String, byte[]> files = new TreeMap<>();
        collect(Shell.ASSETS, path -> path.substring(Shell.ASSETS.length()), files);
        collect(Libraries.DIRECTORY, path -> Libraries.address(path.substring(Libraries.DIRECTORY.length())), files);
        byte[] written = content(PAGE);
        StyleSheets sheets = StyleSheets.of(text(written));
        files.put(StyleSheets.JOINED, sheets.join(files));
        files.forEach((path, content) -> assets.put(path, new Asset(path, content)));
        String html = sheets.joinedPage();
        Set<String> preloads = new ImportClosure(Shell.imports(html), path -> Optional.ofNullable(files.get(path))
                        .map(FrontEndFiles::text))
                .of(FIRST_MODULE);
        files.put("../index.html", written);
        name = Digests.name(files);
        for (String language : FirstTexts.languages(files)) {
            Shell shell = Shell.of(FirstTexts.into(html, language, files), name, preloads);
            pages.put(language, shell.page());
            policy = shell.policy();
        }
    }

    /** What all files together are called, in their addresses. */
    String name() {
        return name;
    }

    /** The page of every address below {@code /app}, for a browser that wants these languages, the most wanted first. */
    Asset page(Enumeration<Locale> wanted) {
        return Objects.requireNonNull(pages.get(FirstTexts.chosen(wanted, pages.keySet())));
    }

    /** The content policy of that page, in whatever language: the texts are no part of it. */
    String policy() {
        return policy;
    }

    /** The file of that path below {@code /assets/}, if there is one. */
    Optional<Asset> find(String path) {
        return Optional.ofNullable(assets.get(path));
    }

    private void collect(String directory, UnaryOperator<String> address, Map<String, byte[]> files) {
        for (String path :
                Optional.ofNullable(application.getResourcePaths(directory)).orElseGet(Set::of)) {
            if (path.endsWith("/")) {
                collect(path, address, files);
            } else {
                files.put(address.apply(path), content(path));
            }
        }
    }

    private byte[] content(String path) {
        try (InputStream content = Objects.requireNonNull(application.getResourceAsStream(path), path)) {
            return content.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(path + " cannot be read", unreadable);
        }
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }
}
