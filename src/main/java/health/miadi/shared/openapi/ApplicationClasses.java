package health.miadi.shared.openapi;

import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;

/**
 * The compiled classes of the application, loaded but not initialised, from the directory that the build filled.
 *
 * @param sources the directory of the sources that they were compiled from
 */
record ApplicationClasses(List<Class<?>> all, java.nio.file.Path sources) {

    /** Finds the classes in the directory that holds {@code anchor}. */
    static ApplicationClasses besides(Class<?> anchor) {
        try {
            var root = java.nio.file.Path.of(
                    anchor.getProtectionDomain().getCodeSource().getLocation().toURI());
            try (Stream<java.nio.file.Path> files = Files.walk(root)) {
                List<Class<?>> all = files.map(file -> root.relativize(file)
                                .toString()
                                .replace(root.getFileSystem().getSeparator(), "."))
                        .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
                        .sorted()
                        .<Class<?>>map(name -> load(name.substring(0, name.length() - ".class".length()), anchor))
                        .toList();
                // target/classes lies two steps below the project
                return new ApplicationClasses(
                        all, root.resolve("../../src/main/java").normalize());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The JAX-RS resources. */
    List<Class<?>> resources() {
        return all.stream().filter(type -> type.isAnnotationPresent(Path.class)).toList();
    }

    /** The records, which are what requests and answers are made of. */
    List<Class<?>> records() {
        return all.stream().filter(Class::isRecord).toList();
    }

    private static Class<?> load(String name, Class<?> anchor) {
        try {
            return Class.forName(name, false, anchor.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
