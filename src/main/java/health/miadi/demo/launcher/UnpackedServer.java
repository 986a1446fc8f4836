package health.miadi.demo.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Payara Micro taken apart into the home, once for each version of it.
 *
 * <p>As one jar it takes itself apart at every start and loads its classes from jars within a jar, which no class archive
 * can hold (ADR 0034). Its own {@code --outputlauncher} makes the parts.
 */
final class UnpackedServer {
    static final String MAIN_CLASS = "fish.payara.micro.impl.PayaraMicroImpl";

    private static final String LAUNCHER = "launch-micro.jar";
    private static final String CLASSES = "runtime";
    private static final int UNPACKING_LIMIT_MINUTES = 5;

    private final Path directory;
    private final Path packed;

    private UnpackedServer(Path directory, Path packed) {
        this.directory = directory;
        this.packed = packed;
    }

    /**
     * Takes the server apart, unless that was done before.
     *
     * @param packed Payara Micro's jar
     * @param parent directory that keeps the parts; may be deleted while nothing runs
     * @param scratch directory for its temporary files
     */
    static UnpackedServer keep(Path packed, Path parent, Path scratch) throws IOException {
        BasicFileAttributes jar = Files.readAttributes(packed, BasicFileAttributes.class);
        Path directory = parent.resolve(Long.toHexString(jar.size()) + "-"
                + Long.toHexString(jar.lastModifiedTime().toMillis()));
        if (!Files.isDirectory(directory)) {
            PrivateFiles.deleteTree(parent);
            PrivateFiles.makeDirectory(parent);
            Path unfinished = parent.resolve("unfinished");
            unpack(packed, unfinished, scratch);
            PrivateFiles.moveWhole(unfinished, directory);
        }
        return new UnpackedServer(directory, packed);
    }

    private static void unpack(Path packed, Path target, Path scratch) throws IOException {
        Path log = scratch.resolve("unpacking.log");
        Process unpacking = new ProcessBuilder(
                        ServerJvm.program().toString(),
                        "-Djava.io.tmpdir=" + scratch,
                        "-jar",
                        packed.toString(),
                        "--rootdir",
                        target.toString(),
                        "--outputlauncher")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (!unpacking.waitFor(UNPACKING_LIMIT_MINUTES, TimeUnit.MINUTES)
                    || unpacking.exitValue() != 0
                    || !Files.exists(target.resolve(LAUNCHER))) {
                throw new IOException("Payara Micro could not be unpacked to " + target + "; " + log + " tells why");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while Payara Micro was unpacked", e);
        } finally {
            unpacking.destroyForcibly();
        }
    }

    /** Where the server's classes are; the packed server among them has resources that its parts lack. */
    List<Path> classPath() {
        return List.of(launcher(), packed);
    }

    /** The jar whose manifest lists the others and the module options that they need. */
    Path launcher() {
        return directory.resolve(LAUNCHER);
    }

    Path directory() {
        return directory;
    }

    /** Makes a server directory for one run, without anything of a run before. */
    Path newInstance(Path instance) throws IOException {
        try (Stream<Path> parts = Files.walk(directory)) {
            for (Path part : parts.filter(this::isPerInstance).toList()) {
                Files.copy(part, instance.resolve(directory.relativize(part).toString()));
            }
        }
        return instance;
    }

    private boolean isPerInstance(Path part) {
        return !part.startsWith(directory.resolve(CLASSES)) && !part.endsWith(LAUNCHER);
    }
}
