package health.miadi.demo.launcher;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * Unpacks the programs of the embedded PostgreSQL from the class path into the home, once for each version of them.
 *
 * <p>They are unpacked into the home and not below {@code /tmp}, where another user of the machine could put theirs first.
 */
final class PostgresPrograms {

    private PostgresPrograms() {}

    /**
     * Gives the directory with {@code bin}, {@code lib} and {@code share}.
     *
     * @throws LaunchRefusal when there are no programs for this kind of machine
     */
    static Path unpacked(Path parent) throws IOException {
        JarURLConnection archive = archive();
        Path programs = parent.resolve(Long.toHexString(archive.getJarEntry().getCrc()));
        if (!Files.isDirectory(programs)) {
            PrivateFiles.deleteTree(parent);
            Path unfinished = parent.resolve("unfinished");
            PrivateFiles.makeDirectory(unfinished);
            try (InputStream packed = archive.getInputStream()) {
                unpack(packed, unfinished);
            }
            PrivateFiles.moveWhole(unfinished, programs);
        }
        return programs;
    }

    private static JarURLConnection archive() throws IOException {
        String system = System.getProperty("os.name").startsWith("Mac") ? "darwin" : "linux";
        String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT).equals("aarch64") ? "arm_64" : "x86_64";
        URL found = PostgresPrograms.class.getResource("/postgres-" + system + "-" + machine + ".txz");
        if (found == null || !(found.openConnection() instanceof JarURLConnection connection)) {
            throw new LaunchRefusal("Miadi brings no PostgreSQL for " + System.getProperty("os.name") + " on "
                    + System.getProperty("os.arch")
                    + ": set MIADI_DB_URL, MIADI_DB_USER and MIADI_DB_PASSWORD to use one of your own.");
        }
        return connection;
    }

    private static void unpack(InputStream packed, Path target) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("The archive of PostgreSQL names a file outside of it");
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else if (entry.isSymbolicLink()) {
                    Files.createDirectories(path.getParent());
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else if (!entry.getName().endsWith(".a")) {
                    Files.createDirectories(path.getParent());
                    Files.copy(tar, path);
                    boolean program = (entry.getMode() & 0100) != 0;
                    Files.setPosixFilePermissions(
                            path, PosixFilePermissions.fromString(program ? "rwx------" : "rw-------"));
                }
            }
        }
    }
}
