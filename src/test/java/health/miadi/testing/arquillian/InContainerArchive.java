package health.miadi.testing.arquillian;

import health.miadi.testing.server.BuildOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.DeploymentConfiguration;
import org.jboss.arquillian.container.test.spi.client.deployment.AutomaticDeployment;
import org.jboss.arquillian.test.spi.TestClass;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;

/** The deployment of every in-container test: the WAR under test, with all classes marked {@link InContainer}. */
public final class InContainerArchive implements AutomaticDeployment {

    @Override
    public @Nullable DeploymentConfiguration generateDeploymentScenario(TestClass testClass) {
        if (!testClass.isAnnotationPresent(InContainer.class)) {
            return null;
        }
        WebArchive archive = ShrinkWrap.create(ZipImporter.class, "miadi-in-container.war")
                .importFrom(BuildOutput.war().toFile())
                .as(WebArchive.class)
                .addClass(InContainer.class)
                .addAsLibrary(jarOf(Assertions.class).toFile());
        markedClasses().forEach(archive::addClass);
        return new DeploymentConfiguration.DeploymentContentBuilder(archive).get();
    }

    private static List<Class<?>> markedClasses() {
        Path root = jarOf(InContainerArchive.class);
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith("IT.class"))
                    .<Class<?>>map(file -> load(root.relativize(file)))
                    .filter(type -> type.isAnnotationPresent(InContainer.class))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> load(Path classFile) {
        String name = classFile.toString().replace(classFile.getFileSystem().getSeparator(), ".");
        try {
            return Class.forName(
                    name.substring(0, name.length() - ".class".length()),
                    false,
                    InContainerArchive.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The jar, or the directory, that a class was loaded from. */
    private static Path jarOf(Class<?> type) {
        CodeSource source = Objects.requireNonNull(type.getProtectionDomain().getCodeSource());
        try {
            return Path.of(source.getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
