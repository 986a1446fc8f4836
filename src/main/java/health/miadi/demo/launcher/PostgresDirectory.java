package health.miadi.demo.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * The data of the embedded PostgreSQL: made whole or not at all.
 *
 * <p>A new one is made beside its place and moved there when it is complete, with the application's role and database in
 * it, so a first start that was interrupted is simply done again. A directory in that place that lacks its essential files
 * is damaged, and is never touched.
 */
final class PostgresDirectory {
    static final String DATABASE = "miadi";
    static final String ROLE = "miadi";

    private static final List<String> ESSENTIAL =
            List.of("PG_VERSION", "global/pg_control", "base", "pg_wal", "postgresql.conf", "pg_hba.conf");

    private static final long CONTROL_FILE_BYTES = 8192;

    private final Path directory;

    PostgresDirectory(Path directory) {
        this.directory = directory;
    }

    Path path() {
        return directory;
    }

    /** Whether there is something in its place, whole or not. */
    boolean exists() throws IOException {
        if (!Files.exists(directory)) {
            return false;
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.findAny().isPresent();
        }
    }

    /**
     * Proves that the directory is whole and of the version that will run on it.
     *
     * @param majorVersion of the programs, for example "17"
     * @throws LaunchRefusal when it is not
     */
    void proveWhole(String majorVersion) throws IOException {
        for (String file : ESSENTIAL) {
            if (!Files.exists(directory.resolve(file))) {
                throw incomplete(file + " is missing");
            }
        }
        if (Files.size(directory.resolve("global/pg_control")) != CONTROL_FILE_BYTES) {
            throw incomplete("global/pg_control is cut off");
        }
        String version = Files.readString(directory.resolve("PG_VERSION")).strip();
        if (!version.equals(majorVersion)) {
            throw new LaunchRefusal("The database in " + directory + " was made by PostgreSQL " + version
                    + " and Miadi now brings " + majorVersion
                    + ": dump it with the Miadi that made it, or delete that directory to start with an empty one.");
        }
    }

    private LaunchRefusal incomplete(String reason) {
        return new LaunchRefusal("The database in " + directory + " is incomplete (" + reason
                + "): restore it from a backup, or delete that directory to start with an empty one.");
    }

    /** Makes the cluster, the application's role with this password, and its database. */
    void make(PostgresCommand postgres, String password) throws IOException {
        Path unfinished = directory.resolveSibling(directory.getFileName() + ".unfinished");
        PrivateFiles.deleteTree(unfinished);
        // nobody ever signs in as the superuser, so nobody needs to know its password afterwards
        Path superuserPassword = directory.resolveSibling("superuser.password");
        PrivateFiles.write(superuserPassword, Secrets.password());
        try {
            succeed(
                    postgres.run(
                            "initdb",
                            List.of(
                                    "--pgdata=" + unfinished,
                                    "--username=postgres",
                                    "--pwfile=" + superuserPassword,
                                    "--auth=scram-sha-256",
                                    "--encoding=UTF8",
                                    "--locale=C",
                                    "--locale-provider=builtin",
                                    "--builtin-locale=C.UTF-8",
                                    "--data-checksums"),
                            ""),
                    "initdb");
        } finally {
            Files.deleteIfExists(superuserPassword);
        }
        succeed(
                postgres.run(
                        "postgres",
                        List.of("--single", "-D", unfinished.toString(), "postgres"),
                        "CREATE ROLE " + ROLE + " LOGIN PASSWORD '" + password + "'\n" + "CREATE DATABASE " + DATABASE
                                + " OWNER " + ROLE + "\n"),
                "postgres --single");
        Files.move(unfinished, directory, StandardCopyOption.ATOMIC_MOVE);
    }

    private void succeed(PostgresCommand.Outcome outcome, String program) {
        if (!outcome.succeeded() || outcome.output().contains("ERROR:")) {
            String reason =
                    outcome.output().lines().filter(line -> !line.isBlank()).reduce("", (a, b) -> b);
            throw new LaunchRefusal(
                    "The database in " + directory + " could not be made (" + program + ": " + reason.strip() + ").");
        }
    }
}
