package health.miadi.shared.sbom;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import health.miadi.shared.hash.Sha256;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The libraries of the WAR, as a CycloneDX document: the jars of its class path, and what browsers are given. It has no time and no serial
 * number, so that the same sources make the same document.
 */
public final class BillOfMaterials {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** By package URL, and so in one order. */
    private final Map<String, Map<String, Object>> components = new TreeMap<>();

    private BillOfMaterials() {}

    /**
     * Writes it.
     *
     * @param arguments the file to write, the version of Miadi, the local repository of Maven, and directories with unpacked WebJars
     */
    public static void main(String[] arguments) throws IOException, URISyntaxException {
        BillOfMaterials bill = new BillOfMaterials();
        Path repository = Path.of(arguments[2]).toAbsolutePath().normalize();
        if (Thread.currentThread().getContextClassLoader() instanceof URLClassLoader loader) {
            for (URL entry : loader.getURLs()) {
                Path jar = Path.of(entry.toURI()).toAbsolutePath().normalize();
                if (jar.startsWith(repository) && jar.toString().endsWith(".jar")) {
                    bill.addJar(repository.relativize(jar), jar);
                }
            }
        }
        for (String directory : List.of(arguments).subList(3, arguments.length)) {
            bill.addWebJars(Path.of(directory, "META-INF", "resources", "webjars"));
        }
        Path file = Path.of(arguments[0]);
        Files.createDirectories(file.toAbsolutePath().getParent());
        JSON.writeValue(file.toFile(), bill.document(arguments[1]));
    }

    private void addJar(Path inRepository, Path jar) throws IOException {
        int names = inRepository.getNameCount();
        String group =
                inRepository.subpath(0, names - 3).toString().replace('\\', '.').replace('/', '.');
        String name = inRepository.getName(names - 3).toString();
        String version = inRepository.getName(names - 2).toString();
        String url = "pkg:maven/" + group + "/" + name + "@" + version + "?type=jar";
        Map<String, Object> component = component(url, name, version);
        component.put("group", group);
        // sorted: a map of the JDK has another order in each run, and the same sources make the same list
        component.put("hashes", List.of(new TreeMap<>(Map.of("alg", "SHA-256", "content", sha256(jar)))));
    }

    /** They lie in directories of name and version; a scope stands before two underscores. */
    private void addWebJars(Path webJars) throws IOException {
        for (Path library : directories(webJars)) {
            for (Path version : directories(library)) {
                String[] parts = library.getFileName().toString().split("__", 2);
                String scope = parts.length == 2 ? "%40" + parts[0] + "/" : "";
                String name = parts[parts.length - 1];
                String number = version.getFileName().toString();
                Map<String, Object> component = component("pkg:npm/" + scope + name + "@" + number, name, number);
                if (parts.length == 2) {
                    component.put("group", "@" + parts[0]);
                }
            }
        }
    }

    private static List<Path> directories(Path in) throws IOException {
        try (Stream<Path> entries = Files.list(in)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        }
    }

    private Map<String, Object> component(String url, String name, String version) {
        Map<String, Object> component = new LinkedHashMap<>();
        component.put("type", "library");
        component.put("bom-ref", url);
        component.put("name", name);
        component.put("version", version);
        component.put("purl", url);
        components.put(url, component);
        return component;
    }

    private Map<String, Object> document(String version) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("bomFormat", "CycloneDX");
        document.put("specVersion", "1.6");
        document.put("version", 1);
        Map<String, Object> miadi = new LinkedHashMap<>();
        miadi.put("type", "application");
        miadi.put("bom-ref", "pkg:maven/health.miadi/miadi@" + version + "?type=war");
        miadi.put("group", "health.miadi");
        miadi.put("name", "miadi");
        miadi.put("version", version);
        miadi.put("purl", "pkg:maven/health.miadi/miadi@" + version + "?type=war");
        document.put("metadata", Map.of("component", miadi));
        document.put("components", new ArrayList<>(components.values()));
        return document;
    }

    private static String sha256(Path file) throws IOException {
        return HexFormat.of().formatHex(Sha256.of(Files.readAllBytes(file)));
    }
}
